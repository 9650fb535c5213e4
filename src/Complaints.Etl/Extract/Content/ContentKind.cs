namespace Complaints.Etl.Extract.Content;

/// <summary>What a file's first bytes say it is.</summary>
internal enum ContentKind
{
    /// <summary>No known signature: perhaps text.</summary>
    Text,

    Gzip,

    Zip,

    Parquet,

    /// <summary>A compound file: an old .xls, or a workbook with a password.</summary>
    CompoundFile,

    Pdf,
}
