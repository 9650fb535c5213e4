using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Queries;

/// <summary>A dimension that figures can be grouped and filtered by.</summary>
/// <param name="Id">Id in queries and results.</param>
/// <param name="Title">Title for people.</param>
/// <param name="Kind">How its value is found on the fact.</param>
/// <param name="Column">Column of the fact: the value, or the key; for periods the date of the measure's role is used.</param>
/// <param name="Table">The dimension table, where the fact holds its key.</param>
/// <param name="ValueColumn">The column of that table that holds the value.</param>
public sealed record Dimension(
    string Id,
    string Title,
    DimensionKind Kind,
    string Column,
    string? Table = null,
    string? ValueColumn = null)
{
    /// <summary>Whether homes can be counted by it: the stock knows landlord, stock type and reporting year only.</summary>
    public bool IsOfStock => Kind is DimensionKind.FactColumn or DimensionKind.ReportingYear;

    /// <summary>
    /// Whether it tells homes apart that the stock counts together: complaints of a ward over the homes of the whole landlord are no rate.
    /// </summary>
    public bool SplitsHomes { get; init; }

    /// <summary>
    /// Whether it tells what residents are: special category data, of which small numbers are hidden from every role and no case is told.
    /// </summary>
    public bool IsOfResident { get; init; }

    /// <summary>Whether rows of a fact have it.</summary>
    public bool IsOf(FactTable fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return IsPeriod ? !fact.IsOfYearEnds || Kind == DimensionKind.ReportingYear : fact.DimensionColumns.Contains(Column);
    }

    /// <summary>Whether its table holds the versions of a home or a landlord, of which one is known at a time.</summary>
    internal bool IsVersioned => VersionedTables.Contains(Table, StringComparer.Ordinal);

    /// <summary>The tables that hold versions under one key.</summary>
    internal static IReadOnlyList<string> VersionedTables { get; } = ["dim_property", "dim_landlord"];

    /// <summary>Whether it is a span of days.</summary>
    public bool IsPeriod => Kind is DimensionKind.ReportingYear or DimensionKind.Quarter or DimensionKind.Month or DimensionKind.Week;
}

/// <summary>How a dimension's value is found.</summary>
public enum DimensionKind
{
    /// <summary>It stands on the fact, and on the stock.</summary>
    FactColumn = 1,

    /// <summary>The fact holds a key to a table.</summary>
    Keyed = 2,

    /// <summary>The reporting year of the date.</summary>
    ReportingYear = 3,

    /// <summary>The quarter of the reporting year.</summary>
    Quarter = 4,

    /// <summary>The calendar month.</summary>
    Month = 5,

    /// <summary>It stands on the fact alone, and may be missing there.</summary>
    OfStage = 6,

    /// <summary>The week from Monday to Sunday, by its ISO number; it may lie in two reporting years.</summary>
    Week = 7,

    /// <summary>A whole number that stands on the fact alone.</summary>
    NumberOfStage = 8,
}
