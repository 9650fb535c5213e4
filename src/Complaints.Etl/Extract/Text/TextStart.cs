using Complaints.Domain;
using CsvHelper;

namespace Complaints.Etl.Extract.Text;

/// <summary>
/// The beginning of a delimited text: enough of it to tell the delimiter and the number of columns before anything else is read.
/// </summary>
/// <param name="Head">Its first bytes.</param>
/// <param name="Separator">What stands between two cells.</param>
/// <param name="Columns">Columns of the header; 0 when it does not end within the first bytes.</param>
internal sealed record TextStart(byte[] Head, char Separator, int Columns)
{
    private const int HeadBytes = 1 << 18;

    internal static TextStart Of(Stream content, ReadOptions options)
    {
        byte[] head = new byte[HeadBytes];
        Array.Resize(ref head, content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        using CsvReader reader = CsvReader.Create(head, new CsvReaderOptions
        {
            Separator = options.Delimiter ?? (options.Format == FileFormat.Tsv ? '\t' : null),
            HasHeader = false,
            TrackLineNumbers = true,
            MaxRecordSize = Limits.RecordCharacters,
        });
        int columns = 0;
        int lines = 0;
        while (lines < options.HeaderRows && reader.Read())
        {
            if (reader.LineNumber >= options.HeaderRow)
            {
                columns = Math.Max(columns, reader.FieldCount);
                lines++;
            }
        }

        return new TextStart(head, reader.Separator, columns);
    }
}
