using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Planning;

/// <summary>A column of a pass.</summary>
internal readonly record struct ColumnRef(string Source, string Name);

/// <summary>
/// From which columns a measure's figures are made. Where what stands above the line is no part of what stands below, both are looked at:
/// then there is an open count of each, and what was left out names which.
/// </summary>
internal sealed record MeasurePlan(
    MeasureDefinition Measure,
    ColumnRef Numerator,
    ColumnRef? Denominator,
    ColumnRef? Open,
    ColumnRef? NumeratorOpen,
    IReadOnlyList<ExcludedColumn> Excluded,
    IReadOnlyList<ExtensionColumn> ExtensionFaults);

/// <summary>The column that counts what was left out for a reason.</summary>
internal sealed record ExcludedColumn(string Reason, ColumnRef Column);

/// <summary>The column that counts extensions with a fault, by its word.</summary>
internal sealed record ExtensionColumn(string Fault, ColumnRef Column);
