using System.Text.RegularExpressions;
using Complaints.Warehouse.Queries;

namespace Complaints.Warehouse.DuckDb.Merging;

/// <summary>The values a merge may use, by name.</summary>
internal sealed partial class MergeParameters(params IEnumerable<(string Name, object? Value)> values)
{
    private readonly Dictionary<string, object?> _values = values.ToDictionary(
        pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);

    /// <summary>These and one more.</summary>
    public MergeParameters With(string name, object? value) =>
        new(_values.Where(pair => pair.Key != name).Select(pair => (pair.Key, pair.Value)).Append((name, value)));

    /// <summary>The parameters that a statement names.</summary>
    public SqlParameterValue[] In(string statement) =>
    [
        .. Parameter().Matches(statement)
            .Select(match => match.Groups[1].Value)
            .Distinct(StringComparer.Ordinal)
            .Select(name => new SqlParameterValue(name, _values[name])),
    ];

    [GeneratedRegex(@"\$([a-z_0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();
}
