using Complaints.Warehouse.Engines;
using Complaints.Warehouse.Queries;

namespace Complaints.Measures.Rendering;

/// <summary>
/// The values of a query. A value that stands in several places is one parameter, so that a rendered query stays readable.
/// </summary>
internal sealed class ParameterList(ISqlDialect dialect)
{
    private readonly List<SqlParameterValue> _values = [];
    private readonly Dictionary<object, string> _known = [];

    /// <summary>How the engine writes what stands around the values.</summary>
    internal ISqlDialect Dialect => dialect;

    internal IReadOnlyList<SqlParameterValue> Values => _values;

    /// <summary>The text that stands for a value.</summary>
    internal string Add(object value)
    {
        if (!_known.TryGetValue(value, out string? text))
        {
            text = dialect.Parameter(_values.Count);
            _values.Add(new SqlParameterValue($"p{_values.Count}", value));
            _known.Add(value, text);
        }

        return text;
    }

    /// <summary>"($p1, $p2)".</summary>
    internal string List(IEnumerable<object> values) => $"({string.Join(", ", values.Select(Add))})";
}
