namespace Complaints.Warehouse.Loading;

/// <summary>What the absence of a row in a file means.</summary>
public enum LoadMode
{
    /// <summary>The file states all rows of its source and target: what is missing was withdrawn by the source.</summary>
    Full = 1,

    /// <summary>The file states some rows: what is missing stays as it was.</summary>
    Incremental = 2,
}
