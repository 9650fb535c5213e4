namespace Complaints.Etl.Quarantine;

/// <summary>Which entries to list or export; a null member means any.</summary>
public sealed record QuarantineFilter
{
    /// <summary>All open entries.</summary>
    public static QuarantineFilter Open { get; } = new();

    /// <summary>The source system.</summary>
    public string? SourceSystem { get; init; }

    /// <summary>The file's name without folder.</summary>
    public string? FileName { get; init; }

    /// <summary>The rule's id.</summary>
    public string? RuleId { get; init; }

    /// <summary>The status: one of <see cref="QuarantineStore.Statuses"/>; null for any.</summary>
    public string? Status { get; init; } = "open";

    /// <summary>The most entries to list; an export always gives all.</summary>
    public int? Limit { get; init; }
}
