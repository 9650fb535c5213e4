namespace Complaints.Etl.Extract;

/// <summary>How a row can be none.</summary>
public enum FlawKind
{
    /// <summary>Quotation marks that do not close where a cell ends.</summary>
    Quotes,

    /// <summary>The header's names again.</summary>
    RepeatedHeader,

    /// <summary>A total or count of the rows above.</summary>
    Total,

    /// <summary>A line below the last row that says something of the report.</summary>
    Footer,

    /// <summary>A row that shares a cell with the one above it.</summary>
    Merged,
}
