using Complaints.Domain.Time;

namespace Complaints.Samples;

/// <summary>What the sector sample is made from.</summary>
/// <param name="Workbook">The regulator's landlord-level workbook of Tenant Satisfaction Measures.</param>
/// <param name="Year">The reporting year that the workbook must be of.</param>
/// <param name="OutputFolder">Where the load set goes.</param>
public sealed record TsmSampleOptions(string Workbook, ReportingYear Year, string OutputFolder)
{
    /// <summary>The same seed gives the same bytes.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>
    /// Codes of the landlords whose complaints are made; null for all in the workbook. A landlord's cases do not depend on the others.
    /// </summary>
    public IReadOnlyCollection<string>? Landlords { get; init; }
}
