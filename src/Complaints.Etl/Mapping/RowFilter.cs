namespace Complaints.Etl.Mapping;

/// <summary>Which rows of a file are rows of the extract: what a mapping's <c>rows</c> says. Without conditions, all are.</summary>
public sealed record RowFilter
{
    /// <summary>A mapping that says nothing.</summary>
    public static RowFilter All { get; } = new();

    /// <summary>Rows that meet one of these are left out.</summary>
    public IReadOnlyList<RowCondition> Skip { get; init; } = [];

    /// <summary>Rows that do not meet all of these are left out.</summary>
    public IReadOnlyList<RowCondition> Only { get; init; } = [];

    /// <summary>All conditions.</summary>
    public IEnumerable<RowCondition> Conditions => Skip.Concat(Only);
}

/// <summary>A column and the values that are looked for in it.</summary>
/// <param name="Column">The column, as fields name it.</param>
/// <param name="Values">The values, without regard to case and blanks around them; * stands for any text, "" for an empty cell.</param>
/// <param name="Place">Where the mapping says so, for messages.</param>
public sealed record RowCondition(string Column, IReadOnlyList<string> Values, string Place);
