using Complaints.Etl.Extract.Content;
using Complaints.Etl.Extract.Sheets;
using Complaints.Etl.Extract.Text;

namespace Complaints.Etl.Extract;

/// <summary>Opens a data file, whatever its format, as a table of text.</summary>
internal static class TableFile
{
    private static readonly Dictionary<string, ContentKind[]> s_kindsByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".csv"] = [ContentKind.Text, ContentKind.Gzip],
        [".tsv"] = [ContentKind.Text, ContentKind.Gzip],
        [".gz"] = [ContentKind.Gzip],
        [".xlsx"] = [ContentKind.Zip],
        [".xlsm"] = [ContentKind.Zip],
        [".parquet"] = [ContentKind.Parquet],
    };

    /// <exception cref="Complaints.Domain.Errors.UserException">The file cannot be read as a table.</exception>
    internal static async Task<ITable> OpenAsync(string path, ReadOptions options, CancellationToken cancellationToken)
    {
        FileStream file = FileHead.Open(path, out ContentKind kind);
        try
        {
            CheckName(path, kind);
            CheckFormat(path, kind, options.Format);
            switch (kind)
            {
                case ContentKind.Zip:
                    return SheetTable.Open(path, file, options, cancellationToken);
                case ContentKind.Parquet:
                    return await Columnar.ColumnarTable.OpenAsync(path, file, cancellationToken).ConfigureAwait(false);
                case ContentKind.Text or ContentKind.Gzip:
                    return new TextTable(
                        TextSource.Open(path, file, kind == ContentKind.Gzip, options, cancellationToken),
                        options);
                default:
                    throw NotATable(path, kind);
            }
        }
        catch
        {
            await file.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Opens a file again that was looked through before, without looking through it once more where that can be spared.</summary>
    /// <exception cref="Complaints.Domain.Errors.UserException">The file changed since, or cannot be read any more.</exception>
    internal static async Task<ITable> ReopenAsync(TableInfo known, ReadOptions options, CancellationToken cancellationToken)
    {
        FileStream file = FileHead.Open(known.Path, out ContentKind kind);
        if (file.Length != known.Bytes)
        {
            await file.DisposeAsync().ConfigureAwait(false);
            throw Refusal.Of(
                known.Path,
                FormattableString.Invariant($"The file changed while it was loaded: it had {known.Bytes:N0} bytes and now another number."),
                "a file that nobody writes to",
                "wait until the export is complete, and load it again");
        }

        if (known.EncodingName is null)
        {
            await file.DisposeAsync().ConfigureAwait(false);
            return await OpenAsync(known.Path, options, cancellationToken).ConfigureAwait(false);
        }

        TextSource source = TextSource.Reopen(known, file, kind == ContentKind.Gzip);
        return new TextTable(source, options with { Delimiter = known.Delimiter });
    }

    private static Complaints.Domain.Errors.UserException NotATable(string path, ContentKind kind) =>
        kind == ContentKind.Pdf
            ? Refusal.Of(path, "This is a PDF document.", "a CSV, TSV, XLSX or Parquet file", "export the data itself from the system it is in")
            : Refusal.Of(
                path,
                "This is an old Excel file (.xls), or a workbook with a password.",
                "an .xlsx workbook without a password",
                "save it as 'Excel workbook (.xlsx)' without a password");

    private static void CheckName(string path, ContentKind kind)
    {
        string extension = Path.GetExtension(path);
        if (s_kindsByExtension.TryGetValue(extension, out ContentKind[]? kinds) && !kinds.Contains(kind) && !IsOther(kind))
        {
            throw Refusal.Of(
                path,
                $"The file's name ends in '{extension}', but its content is {Words(kind)}.",
                $"a file whose content is what its name says ({string.Join(" or ", kinds.Select(Words))})",
                "check that it is the right file and complete; rename it, or export it again");
        }
    }

    private static void CheckFormat(string path, ContentKind kind, FileFormat format)
    {
        bool fits = format switch
        {
            FileFormat.Csv or FileFormat.Tsv => kind is ContentKind.Text or ContentKind.Gzip,
            FileFormat.Xlsx => kind == ContentKind.Zip,
            FileFormat.Parquet => kind == ContentKind.Parquet,
            _ => true,
        };
        if (!fits && !IsOther(kind))
        {
            throw Refusal.Of(
                path,
                $"The mapping's format is {format.ToString().ToLowerInvariant()}, but the file's content is {Words(kind)}.",
                $"{format.ToString().ToLowerInvariant()} content",
                "check that it is the right file and complete; or set 'format' in the mapping's source to auto");
        }
    }

    private static bool IsOther(ContentKind kind) => kind is ContentKind.CompoundFile or ContentKind.Pdf;

    private static string Words(ContentKind kind) => kind switch
    {
        ContentKind.Gzip => "gzip",
        ContentKind.Zip => "a workbook or zip file",
        ContentKind.Parquet => "Parquet",
        _ => "text or unknown",
    };
}

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
}

/// <summary>What kind of file a table is read from.</summary>
public enum FileFormat
{
    /// <summary>Decide by the file's content; its name must not contradict it.</summary>
    Auto = 0,

    /// <summary>Text with a delimiter, sniffed among comma, semicolon, tab and bar unless the mapping gives it.</summary>
    Csv,

    /// <summary>Text with tabs.</summary>
    Tsv,

    /// <summary>An Office Open XML workbook.</summary>
    Xlsx,

    /// <summary>An Apache Parquet file.</summary>
    Parquet,
}
