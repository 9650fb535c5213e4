namespace Complaints.Domain.Access;

/// <summary>
/// Who asks. A principal enters every query, and the planner adds its landlord condition; without one there are no rows
/// ("closed by default").
/// </summary>
/// <param name="Name">Who, for the log; never a resident's data.</param>
/// <param name="Scope">The landlords whose figures may be seen.</param>
public sealed record Principal(string Name, LandlordScope Scope)
{
    /// <summary>
    /// The principal of the loopback-only demo mode and of the command line on one's own warehouse: every landlord.
    /// </summary>
    public static Principal Demo { get; } = new("demo", LandlordScope.All);

    /// <summary>What somebody may see; nobody sees nothing.</summary>
    public static LandlordScope ScopeOf(Principal? somebody) => somebody?.Scope ?? LandlordScope.None;
}
