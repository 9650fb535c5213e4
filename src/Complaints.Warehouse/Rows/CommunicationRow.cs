using Complaints.Domain.Code;
using Complaints.Warehouse.Rows.Layouts;

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

/// <summary>Columns of <see cref="CommunicationRow"/>.</summary>
internal sealed class CommunicationLayout : RowLayout<CommunicationRow>
{
    public override string StagingTable => "staging_communication";

    public override void Write<TSink>(CommunicationRow row, ref TSink sink)
    {
        sink.Text("case_reference", row.CaseReference);
        sink.Integer("stage", (int)row.Stage);
        sink.Text("kind", row.Kind);
        sink.Date("occurred_on", row.OccurredOn);
        sink.Date("next_agreed_on", row.NextAgreedOn);
    }
}
