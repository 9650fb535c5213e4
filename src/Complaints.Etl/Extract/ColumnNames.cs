using System.Globalization;

namespace Complaints.Etl.Extract;

/// <summary>Names for the columns of a file that are each used once, as a JSON object and an export need them.</summary>
internal static class ColumnNames
{
    private const string ExtraPrefix = "_extra";
    private const string UnnamedPrefix = "_column";

    /// <summary>The name of a cell beyond the header, from 1.</summary>
    internal static string Extra(int number) => string.Create(CultureInfo.InvariantCulture, $"{ExtraPrefix}{number}");

    internal static bool IsExtra(string name) => IsNumbered(name, ExtraPrefix);

    /// <summary>What a column without a name is called.</summary>
    /// <param name="index">Its place, from 0.</param>
    internal static string Unnamed(int index) => string.Create(CultureInfo.InvariantCulture, $"{UnnamedPrefix}{index + 1}");

    internal static bool IsUnnamed(string name) => IsNumbered(name, UnnamedPrefix);

    private static bool IsNumbered(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out _);

    internal static IEnumerable<string> Unique(IReadOnlyList<string> header)
    {
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < header.Count; i++)
        {
            string name = header[i].Length > 0 ? header[i] : Unnamed(i);
            int count = used[name] = used.GetValueOrDefault(name) + 1;
            yield return count == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}#{count}");
        }
    }
}
