namespace Complaints.Cli.CommandLine;

/// <summary>How a result is written.</summary>
internal enum OutputFormat
{
    /// <summary>A table for people.</summary>
    Table,

    /// <summary>A JSON array.</summary>
    Json,

    /// <summary>RFC 4180 with a header.</summary>
    Csv,
}
