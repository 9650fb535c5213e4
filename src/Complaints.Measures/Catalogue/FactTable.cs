namespace Complaints.Measures.Catalogue;

/// <summary>
/// A fact of the star schema as measures see it: its table, the dates that put a row into a period, the fields that a condition may test,
/// and what figures of it can be told apart by. What is not described here cannot be asked.
/// </summary>
public sealed class FactTable
{
    internal FactTable()
    {
    }

    /// <summary>Its name in the catalogue: <c>stage</c>.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>What its rows are called in sentences: <c>stages</c>.</summary>
    public string Rows { get; internal init; } = "";

    /// <summary>Every field that a catalogue may test, by name.</summary>
    public IReadOnlyDictionary<string, FactField> Fields { get; internal init; } = new Dictionary<string, FactField>();

    /// <summary>Its table in the warehouse.</summary>
    internal string Table { get; init; } = "";

    /// <summary>The column of each date that can put a row into a period.</summary>
    internal IReadOnlyDictionary<DateRole, string> Days { get; init; } = new Dictionary<DateRole, string>();

    /// <summary>The columns, values or keys, of the dimensions that it has; periods come from its dates.</summary>
    internal IReadOnlySet<string> DimensionColumns { get; init; } = new HashSet<string>();

    /// <summary>The rows that wait for something, as an open complaint for its answer, on the figure's day.</summary>
    internal Condition Open { get; init; } = Condition.Always;

    /// <summary>The column of the date of a role.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The fact has no such date.</exception>
    internal string Day(DateRole role) => Days.TryGetValue(role, out string? column)
        ? column
        : throw new ArgumentOutOfRangeException(nameof(role), role, $"Not a date of the fact '{Name}'.");
}
