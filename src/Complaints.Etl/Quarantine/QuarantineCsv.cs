using System.Text.Json;
using Complaints.Domain.Text;

namespace Complaints.Etl.Quarantine;

/// <summary>Writes quarantined rows in their own columns.</summary>
internal static class QuarantineCsv
{
    /// <summary>The columns that an export adds to the rows' own.</summary>
    internal static IReadOnlyList<string> Added { get; } = ["_rule", "_column", "_value", "_expected", "_hint", "_entry"];

    internal static async Task WriteAsync(TextWriter writer, IReadOnlyList<QuarantineEntry> entries, CancellationToken cancellationToken)
    {
        List<Dictionary<string, string>> rows = [.. entries.Select(entry => Cells(entry.Raw))];
        List<string> columns = [.. rows.SelectMany(row => row.Keys).Distinct(StringComparer.Ordinal).Order(new AsInFile(rows))];
        await writer.WriteLineAsync(CsvLine.Of(columns.Concat(Added)).AsMemory(), cancellationToken).ConfigureAwait(false);
        for (int i = 0; i < rows.Count; i++)
        {
            QuarantineEntry entry = entries[i];
            IEnumerable<string> cells = columns.Select(column => rows[i].GetValueOrDefault(column, ""));
            string[] added = [entry.RuleId, entry.Column ?? "", entry.Value ?? "", entry.Expected, entry.Hint, Id(entry)];
            await writer.WriteLineAsync(CsvLine.Of(cells.Concat(added)).AsMemory(), cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Id(QuarantineEntry entry) => entry.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Cells(string raw)
    {
        using var json = JsonDocument.Parse(raw);
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonProperty property in json.RootElement.EnumerateObject())
        {
            cells[property.Name] = property.Value.GetString() ?? "";
        }

        return cells;
    }

    // The longest row has the columns in the file's order; a column that only shorter rows have does not occur.
    private sealed class AsInFile(List<Dictionary<string, string>> rows) : IComparer<string>
    {
        private readonly List<string> _order = [.. rows.MaxBy(row => row.Count)?.Keys ?? Enumerable.Empty<string>()];

        public int Compare(string? x, string? y) => _order.IndexOf(x!).CompareTo(_order.IndexOf(y!));
    }
}
