using Complaints.Domain.Code;

namespace Complaints.Warehouse.Rows;

/// <summary>A contact with the complainant during a stage (Code 2024 §5.9), for <c>fact_communication</c>.</summary>
public sealed record CommunicationRow : IWarehouseRow
{
    /// <inheritdoc/>
    public required long SourceRow { get; init; }

    /// <summary>The complaint.</summary>
    public required string CaseReference { get; init; }

    /// <summary>The stage.</summary>
    public required Stage Stage { get; init; }

    /// <summary>Kind of contact, e.g. "call", "letter", "visit".</summary>
    public required string Kind { get; init; }

    /// <summary>Day of the contact.</summary>
    public required DateOnly OccurredOn { get; init; }

    /// <summary>Day on which the next contact was agreed to happen.</summary>
    public DateOnly? NextAgreedOn { get; init; }
}
