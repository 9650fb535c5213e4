using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Planning;

/// <summary>A column of a pass.</summary>
internal readonly record struct ColumnRef(string Source, string Name);

/// <summary>From which columns a measure's figures are made.</summary>
internal sealed record MeasurePlan(
    MeasureDefinition Measure,
    ColumnRef Numerator,
    ColumnRef? Denominator,
    ColumnRef Open,
    IReadOnlyList<ExcludedColumn> Excluded);

/// <summary>The column that counts what was left out for a reason.</summary>
internal sealed record ExcludedColumn(string Reason, ColumnRef Column);
