using Complaints.Domain.Errors;

namespace Complaints.Domain.Access;

/// <summary>
/// Who asks. A principal enters every query, and the planner adds its landlord condition; without one there are no rows
/// ("closed by default"). What a role may see is decided here alone, for every surface.
/// </summary>
/// <param name="Name">Who, for the log; never a resident's data.</param>
/// <param name="Scope">The landlords whose figures may be seen.</param>
/// <param name="Role">What may be seen of them; the least where nothing is said.</param>
public sealed record Principal(string Name, LandlordScope Scope, Role Role = Role.Viewer)
{
    /// <summary>
    /// The principal of the loopback-only demo mode and of the command line on one's own warehouse: every landlord.
    /// </summary>
    public static Principal Demo { get; } = new("demo", LandlordScope.All, Role.Admin);

    /// <summary>
    /// Whether single cases and exact small counts may be seen: the two go together, as a case list is a count.
    /// </summary>
    public bool SeesCases => Role is Role.Analyst or Role.Admin;

    /// <summary>What somebody may see; nobody sees nothing.</summary>
    public static LandlordScope ScopeOf(Principal? somebody) => somebody?.Scope ?? LandlordScope.None;

    /// <summary>The role of somebody; nobody has the least.</summary>
    public static Role RoleOf(Principal? somebody) => somebody?.Role ?? Role.Viewer;

    /// <summary>
    /// Refuses somebody whose role sees no cases. Nobody is not refused here: nobody's scope is empty, and each answer says so by itself.
    /// </summary>
    /// <param name="somebody">Who asks.</param>
    /// <param name="what">What was asked for, as the subject of a sentence: "A list of cases".</param>
    /// <exception cref="ForbiddenException">The role is viewer or sector.</exception>
    public static void RequireCases(Principal? somebody, string what)
    {
        if (somebody is { SeesCases: false })
        {
            string role = somebody.Role == Role.Sector ? "sector" : "viewer";
            throw new ForbiddenException(
                $"{what} tells of single cases, and the role '{role}' sees figures alone.",
                where: "caller",
                expected: "the role analyst or admin",
                fix: "ask for figures, which hold back what tells of few people, or ask as an analyst");
        }
    }
}
