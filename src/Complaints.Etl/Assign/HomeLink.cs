namespace Complaints.Etl.Assign;

/// <summary>An identifier that stands for a home for a time.</summary>
/// <param name="PropertyId">The home.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidTo">First day after.</param>
/// <param name="Reviewed">Whether a person accepted it.</param>
internal readonly record struct HomeLink(long PropertyId, DateOnly ValidFrom, DateOnly ValidTo, bool Reviewed)
{
    internal bool IsValidOn(DateOnly day) => day >= ValidFrom && day < ValidTo;
}
