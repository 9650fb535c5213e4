using Complaints.Domain.Code;

namespace Complaints.Warehouse.Rows;

/// <summary>A payment offered or made to a complainant, for <c>fact_compensation</c>.</summary>
public sealed record CompensationRow : IWarehouseRow
{
    /// <inheritdoc/>
    public required long SourceRow { get; init; }

    /// <summary>The complaint.</summary>
    public required string CaseReference { get; init; }

    /// <summary>Reference of the payment within its complaint.</summary>
    public required string PaymentReference { get; init; }

    /// <summary>The stage that it was offered at; null where the source does not say.</summary>
    public Stage? Stage { get; init; }

    /// <summary>"compensation", "goodwill" or "reimbursement".</summary>
    public required string Kind { get; init; }

    /// <summary>"landlord", "ombudsman" or "court".</summary>
    public required string OrderedBy { get; init; }

    /// <summary>Pounds, of at most two decimals and more than 0.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Day it was offered; null where the source does not say.</summary>
    public DateOnly? OfferedOn { get; init; }

    /// <summary>Day it was paid; null while it is not.</summary>
    public DateOnly? PaidOn { get; init; }
}
