namespace Complaints.Etl.Extract;

/// <summary>What was found out about a data file before its first row.</summary>
public sealed record TableInfo
{
    /// <summary>The file's name without its folder.</summary>
    public required string FileName { get; init; }

    /// <summary>The full path.</summary>
    public required string Path { get; init; }

    /// <summary>The format read.</summary>
    public required FileFormat Format { get; init; }

    /// <summary>The sheet read; null unless a workbook.</summary>
    public string? Sheet { get; init; }

    /// <summary>The encoding read with; null unless text.</summary>
    public string? EncodingName { get; init; }

    /// <summary>The delimiter; null unless text.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Bytes of the file on disk.</summary>
    public required long Bytes { get; init; }

    /// <summary>About as many rows as this, if it is not 0: line breaks of a text. Room may be made for them, and nothing else.</summary>
    public long Lines { get; init; }

    /// <summary>SHA-256 of the file on disk, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The columns' names in order, trimmed, as they stand: names may be empty or repeated.</summary>
    public required IReadOnlyList<string> Header { get; init; }
}
