using System.Buffers;

namespace Complaints.Domain.Text;

/// <summary>
/// A line of a CSV file as every part of the product writes it: commas, and quotation marks where a cell needs them (RFC 4180). Exports for
/// people, which are opened in spreadsheets, run nothing there (<see cref="SpreadsheetText"/>).
/// </summary>
public static class CsvLine
{
    private static readonly SearchValues<char> s_quoted = SearchValues.Create("\"\r\n");

    /// <summary>A line of an export: the cells with commas between them, without a line break at the end.</summary>
    /// <param name="cells">
    /// The cells as they are to be read again. A blank at either end is kept, which many readers drop without quotes.
    /// </param>
    public static string Of(IEnumerable<string> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return string.Join(',', cells.Select(cell => Cell(SpreadsheetText.Guarded(cell), ',')));
    }

    /// <summary>
    /// Writes a line of an extract as a source system would: cells as they are with a delimiter between them, without a line break at the
    /// end.
    /// </summary>
    /// <param name="writer">Where to.</param>
    /// <param name="cells">As for <see cref="Of"/>; null is an empty cell.</param>
    /// <param name="delimiter">What stands between two cells.</param>
    public static void Write(TextWriter writer, ReadOnlySpan<string?> cells, char delimiter)
    {
        ArgumentNullException.ThrowIfNull(writer);
        for (int i = 0; i < cells.Length; i++)
        {
            if (i > 0)
            {
                writer.Write(delimiter);
            }

            writer.Write(Cell(cells[i] ?? "", delimiter));
        }
    }

    private static string Cell(string text, char delimiter)
    {
        bool needsQuotes = text.Length > 0
            && (text.AsSpan().ContainsAny(s_quoted) || text.Contains(delimiter)
                || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]));
        return needsQuotes ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
