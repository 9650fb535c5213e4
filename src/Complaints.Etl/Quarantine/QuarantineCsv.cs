using System.Globalization;
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

/// <summary>Names for the columns of a file that are each used once, as a JSON object and an export need them.</summary>
internal static class ColumnNames
{
    private const string ExtraPrefix = "_extra";

    /// <summary>The name of a cell beyond the header, from 1.</summary>
    internal static string Extra(int number) => string.Create(CultureInfo.InvariantCulture, $"{ExtraPrefix}{number}");

    internal static bool IsExtra(string name) =>
        name.StartsWith(ExtraPrefix, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(ExtraPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out _);

    internal static IEnumerable<string> Unique(IReadOnlyList<string> header)
    {
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < header.Count; i++)
        {
            string name = header[i].Length > 0 ? header[i] : string.Create(CultureInfo.InvariantCulture, $"_column{i + 1}");
            int count = used[name] = used.GetValueOrDefault(name) + 1;
            yield return count == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}#{count}");
        }
    }
}
