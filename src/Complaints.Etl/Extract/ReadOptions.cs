namespace Complaints.Etl.Extract;

/// <summary>How to read a data file: what the mapping's <c>source</c> says.</summary>
public sealed record ReadOptions
{
    /// <summary>Everything decided by the content.</summary>
    public static ReadOptions Default { get; } = new();

    /// <summary>The format; <see cref="FileFormat.Auto"/> decides by content.</summary>
    public FileFormat Format { get; init; }

    /// <summary>The delimiter of a text file; null to sniff it.</summary>
    public char? Delimiter { get; init; }

    /// <summary>
    /// The encoding of a text file: "utf-8", "utf-16le", "utf-16be" or "windows-1252"; null to detect it.
    /// </summary>
    public string? EncodingName { get; init; }

    /// <summary>The sheet of a workbook by name, without regard to case; null for the only visible one.</summary>
    public string? Sheet { get; init; }

    /// <summary>The line on which the header begins, from 1. Lines above are left aside.</summary>
    public int HeaderRow { get; init; } = 1;

    /// <summary>
    /// How many lines the header has. Names of upper lines reach over the blanks to their right, as merged cells do, and are joined
    /// with a space: "Stage 1" above "Received" names the column "Stage 1 Received".
    /// </summary>
    public int HeaderRows { get; init; } = 1;

    /// <summary>
    /// Whether the file is an export of this product that comes back, so that its cells are read as they were before the export.
    /// </summary>
    public bool IsOwnExport { get; init; }

    /// <summary>What of a report around the records is left out; nothing unless the mapping says so.</summary>
    public IReadOnlySet<FlawKind> LeaveOut { get; init; } = new HashSet<FlawKind>();
}
