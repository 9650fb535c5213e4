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
        ITable table = await OpenAsItStandsAsync(path, options, cancellationToken).ConfigureAwait(false);
        return options.IsOwnExport ? new OwnExport(table) : table;
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
        ITable table = new ReportRows(new TextTable(source, options with { Delimiter = known.Delimiter }), options.LeaveOut);
        return options.IsOwnExport ? new OwnExport(table) : table;
    }

    private static async Task<ITable> OpenAsItStandsAsync(string path, ReadOptions options, CancellationToken cancellationToken)
    {
        FileStream file = FileHead.Open(path, out ContentKind kind);
        try
        {
            CheckName(path, kind);
            CheckFormat(path, kind, options.Format);
            switch (kind)
            {
                case ContentKind.Zip:
                    return new ReportRows(SheetTable.Open(path, file, options, cancellationToken), options.LeaveOut);
                case ContentKind.Parquet:
                    return await Columnar.ColumnarTable.OpenAsync(path, file, cancellationToken).ConfigureAwait(false);
                case ContentKind.Text or ContentKind.Gzip:
                    TextSource source = TextSource.Open(path, file, kind == ContentKind.Gzip, options, cancellationToken);
                    return new ReportRows(new TextTable(source, options), options.LeaveOut);
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

    private static Complaints.Domain.Errors.UserException NotATable(string path, ContentKind kind) =>
        kind == ContentKind.Pdf
            ? Refusal.Of(
                path, "This is a PDF document.", "a CSV, TSV, XLSX or Parquet file", "export the data itself from the system it is in")
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
