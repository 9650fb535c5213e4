namespace Complaints.Warehouse.Queries;

/// <summary>A query that was rendered in the engine's dialect, with its parameters. Values never stand in the text.</summary>
/// <param name="Text">The SQL.</param>
/// <param name="Parameters">The values, by the names that stand in the text.</param>
public sealed record SqlQuery(string Text, IReadOnlyList<SqlParameterValue> Parameters)
{
    /// <summary>A query whose values are named p0, p1 … in the order given.</summary>
    public static SqlQuery Of(string text, params IReadOnlyList<object?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new SqlQuery(text, [.. values.Select((value, i) => new SqlParameterValue($"p{i}", value))]);
    }
}
