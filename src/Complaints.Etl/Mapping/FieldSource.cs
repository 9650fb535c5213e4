using Complaints.Warehouse.Loading;

namespace Complaints.Etl.Mapping;

/// <summary>Where a field's text comes from: a column or a fixed value, and how codes are translated.</summary>
public sealed record FieldSource
{
    /// <summary>The field's name.</summary>
    public required string Field { get; init; }

    /// <summary>The column's name, with <c>#2</c> after it for the second column of that name; null for a fixed value.</summary>
    public string? Column { get; init; }

    /// <summary>The value of every row; null where a column is given.</summary>
    public string? Value { get; init; }

    /// <summary>The source's code → ours; null when the text is taken as it stands.</summary>
    public IReadOnlyDictionary<string, string>? Codes { get; init; }

    /// <summary>The order of this column's dates; null for the mapping's.</summary>
    public DateOrder? DateOrder { get; init; }

    /// <summary>
    /// Whether dates of this column are right although they look as if a spreadsheet had swapped day and month in a part of them; else such
    /// a file is refused.
    /// </summary>
    public bool MixedDates { get; init; }

    /// <summary>Whether what stands behind a whole day in a cell is a remark; else such a cell is no date.</summary>
    public bool Remarks { get; init; }

    /// <summary>Who gave out a resident's reference, where that is not the source system; null otherwise.</summary>
    public string? Allocator { get; init; }

    /// <summary>Where the mapping says so, for messages.</summary>
    public required string Place { get; init; }
}
