using System.Text;

namespace Complaints.Domain.Text;

/// <summary>
/// Tells a free text of several lines from a stray quotation mark that swallowed rows: the lines of a text seldom have as many cells as the
/// header, and cells of the same make as those of the row that it stands in.
/// </summary>
/// <param name="delimiter">What stands between two cells.</param>
/// <param name="columns">Columns of the header.</param>
internal sealed class RowLikeness(char delimiter, int columns)
{
    private const int MostLines = 2_000;

    /// <summary>Whether the lines after the first of a record are rows.</summary>
    /// <param name="record">From the record's beginning to the end of the line on which its cell is closed.</param>
    /// <param name="open">Where the mark stands that opens the cell.</param>
    internal bool Swallows(ReadOnlySpan<byte> record, int open)
    {
        if (columns < 2 || !record[open..].ContainsAny((byte)'\n', (byte)'\r'))
        {
            return false;
        }

        string text = Encoding.UTF8.GetString(record);
        string before = Encoding.UTF8.GetString(record[..open]);
        int lineStart = before.LastIndexOfAny(['\n', '\r']) + 1;
        string[] lines = [.. text[lineStart..].Split('\n', '\r').Where(line => !string.IsNullOrWhiteSpace(line)).Take(MostLines)];
        string[] first = lines[0].Split(delimiter);
        int opened = before[lineStart..].Count(c => c == delimiter);
        int rows = lines.Skip(1).Count(line => IsRow(line.Split(delimiter), first, opened));
        return rows > 0 && (rows * 2 >= lines.Length - 1 || IsRow(lines[^1].Split(delimiter), first, opened));
    }

    // Where the first line is a row when its marks are taken for letters, all its cells can be compared; otherwise those before the mark.
    private bool IsRow(string[] cells, string[] first, int opened)
    {
        // Blank cells beyond the header are what a trailing delimiter leaves.
        if (cells.Length < columns || cells.Skip(columns).Any(cell => !string.IsNullOrWhiteSpace(cell)))
        {
            return false;
        }

        int most = first.Length == columns ? columns : Math.Min(opened, columns);
        int compared = 0;
        int alike = 0;
        for (int i = 0; i < most; i++)
        {
            if (i != opened && !string.IsNullOrWhiteSpace(cells[i]) && !string.IsNullOrWhiteSpace(first[i]))
            {
                compared++;
                alike += Make(cells[i]) == Make(first[i]) ? 1 : 0;
            }
        }

        // A mark that strayed stands in a row; a first line of fewer cells is the beginning of a text.
        return compared == 0 ? columns > 2 && first.Length >= columns : alike * 2 >= compared;
    }

    // "C-12" and "C-7" are made alike, and "03/06/2024" and "1/6/2024".
    private static string Make(string cell)
    {
        var make = new StringBuilder();
        foreach (char c in cell.Trim().Trim('"'))
        {
            char kind = char.IsDigit(c) ? '9' : char.IsLetter(c) ? 'a' : c;
            if (make.Length == 0 || make[^1] != kind || kind is not ('9' or 'a'))
            {
                make.Append(kind);
            }
        }

        return make.ToString();
    }
}
