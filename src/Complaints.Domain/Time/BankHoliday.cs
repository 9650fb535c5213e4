namespace Complaints.Domain.Time;

/// <summary>A bank holiday as it is observed: the substitute day where the holiday itself falls on a weekend.</summary>
/// <param name="Day">The day nobody works. Never a Saturday or Sunday.</param>
/// <param name="Name">The holiday's name, such as "Easter Monday".</param>
public sealed record BankHoliday(DateOnly Day, string Name);
