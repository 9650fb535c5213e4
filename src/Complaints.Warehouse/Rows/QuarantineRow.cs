using Complaints.Domain.Homes;

namespace Complaints.Warehouse.Rows;

/// <summary>A row that was read and not loaded, with the rule that held it back, for <c>load_quarantine</c>.</summary>
public sealed record QuarantineRow : IWarehouseRow
{
    /// <inheritdoc/>
    public required long SourceRow { get; init; }

    /// <summary>Target of the mapping, e.g. "stage".</summary>
    public required string Target { get; init; }

    /// <summary>Sheet of the file.</summary>
    public string? Sheet { get; init; }

    /// <summary>The rule, e.g. "bad-date".</summary>
    public required string RuleId { get; init; }

    /// <summary>Column in which the fault is.</summary>
    public string? Column { get; init; }

    /// <summary>The offending value.</summary>
    public string? Value { get; init; }

    /// <summary>What would have been accepted.</summary>
    public required string Expected { get; init; }

    /// <summary>What the user can do.</summary>
    public required string Hint { get; init; }

    /// <summary>
    /// Natural key of the row (property reference, "case/stage" …), where its first part could be read; "case/?" where a later one could
    /// not.
    /// </summary>
    public string? RowKey { get; init; }

    /// <summary>The date that decides its reporting year, where it has one.</summary>
    public DateOnly? EventDate { get; init; }

    /// <summary>The row as a JSON object of column → text, as read.</summary>
    public required string Raw { get; init; }

    /// <summary>Which landlords' figures it could belong to; none means any landlord's.</summary>
    public IReadOnlyList<WorklistCandidate> Candidates { get; init; } = [];

    /// <summary>Of a row of a register: the ways in which complaints reach its home.</summary>
    public IReadOnlyList<HomeLead> Leads { get; init; } = [];
}

/// <summary>
/// Whose figures a row held back could belong to. For an unmatched row it is a suggestion, which only a person's reviewed file can accept.
/// </summary>
/// <param name="LandlordCode">The landlord whose figures the row could belong to.</param>
/// <param name="PropertyId">Durable id of the suggested home, where one is suggested.</param>
/// <param name="PropertyReference">Its reference.</param>
/// <param name="Score">0 to 1, four decimals; higher is likelier.</param>
/// <param name="Why">Why it is suggested, in words.</param>
public sealed record WorklistCandidate(
    LandlordCode LandlordCode,
    long? PropertyId,
    string? PropertyReference,
    decimal Score,
    string Why);
