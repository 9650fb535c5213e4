using System.Globalization;
using System.Text;

namespace Complaints.Samples.Tests;

/// <summary>Reads generated files back with a few lines of its own, so that the writer is not checked by itself.</summary>
internal sealed class SampleCsv
{
    private readonly Dictionary<string, int> _columns;

    private SampleCsv(string[] headers, List<string[]> rows)
    {
        _columns = headers.Select((header, at) => (header, at)).ToDictionary(pair => pair.header, pair => pair.at);
        Rows = rows;
    }

    public List<string[]> Rows { get; }

    public int this[string header] => _columns[header];

    public static SampleCsv Read(string folder, string name, char delimiter = ',')
    {
        List<string[]> rows = [.. File.ReadLines(Path.Combine(folder, name)).Select(line => Split(line, delimiter))];
        string[] headers = rows[0];
        rows.RemoveAt(0);
        return new SampleCsv(headers, rows);
    }

    public string Cell(string[] row, string header) => row[_columns[header]];

    public DateOnly? Day(string[] row, string header, string format = "yyyy-MM-dd") =>
        Cell(row, header) is { Length: > 0 } text ? DateOnly.ParseExact(text, format, CultureInfo.InvariantCulture) : null;

    private static string[] Split(string line, char delimiter)
    {
        if (!line.Contains('"', StringComparison.Ordinal))
        {
            return line.Split(delimiter);
        }

        List<string> cells = [];
        StringBuilder cell = new();
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (c == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == delimiter && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        cells.Add(cell.ToString());
        return [.. cells];
    }
}
