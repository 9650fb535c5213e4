using System.Globalization;

namespace Complaints.Etl.Quarantine;

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
