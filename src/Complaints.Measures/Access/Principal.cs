namespace Complaints.Measures.Access;

/// <summary>
/// Who asks. A principal enters every query, and the planner adds its landlord condition; without one there are no rows
/// ("closed by default").
/// </summary>
/// <param name="Name">Who, for the log; never a resident's data.</param>
/// <param name="Roles">Roles, lower case.</param>
/// <param name="Scope">The landlords whose figures may be seen.</param>
public sealed record Principal(string Name, IReadOnlyList<string> Roles, LandlordScope Scope)
{
    /// <summary>
    /// The principal of the loopback-only demo mode and of the command line on one's own warehouse: every landlord.
    /// </summary>
    public static Principal Demo { get; } = new("demo", ["analyst"], LandlordScope.All);
}
