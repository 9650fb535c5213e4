namespace Complaints.Warehouse;

/// <summary>A query in the engine's dialect with its parameters. Values never stand in the text.</summary>
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

/// <summary>A named value of a query.</summary>
/// <param name="Name">Name without the dialect's sign, e.g. "p0".</param>
/// <param name="Value">
/// Null, <see cref="bool"/>, <see cref="int"/>, <see cref="long"/>, <see cref="decimal"/>, <see cref="double"/>, <see cref="string"/> or
/// <see cref="DateOnly"/>.
/// </param>
public sealed record SqlParameterValue(string Name, object? Value);
