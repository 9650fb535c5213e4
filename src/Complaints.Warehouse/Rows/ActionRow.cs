using Complaints.Warehouse.Rows.Layouts;

namespace Complaints.Warehouse.Rows;

/// <summary>A promise, remedy or lesson of a complaint, for <c>fact_action</c>.</summary>
public sealed record ActionRow : IWarehouseRow
{
    /// <inheritdoc/>
    public required long SourceRow { get; init; }

    /// <summary>The complaint.</summary>
    public required string CaseReference { get; init; }

    /// <summary>Reference of the action within the source system.</summary>
    public required string ActionReference { get; init; }

    /// <summary>"promise", "remedy" or "lesson".</summary>
    public required string Kind { get; init; }

    /// <summary>Category code of the action.</summary>
    public string? Category { get; init; }

    /// <summary>Handler or team that owns it.</summary>
    public string? Owner { get; init; }

    /// <summary>Day it was promised or decided; null where the source does not say.</summary>
    public DateOnly? MadeOn { get; init; }

    /// <summary>Day it is due.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Day it was done.</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>What shows that it was done.</summary>
    public string? Evidence { get; init; }
}

/// <summary>Columns of <see cref="ActionRow"/>.</summary>
internal sealed class ActionLayout : RowLayout<ActionRow>
{
    public override string StagingTable => "staging_action";

    public override void Write<TSink>(ActionRow row, ref TSink sink)
    {
        sink.Text("case_reference", row.CaseReference);
        sink.Text("action_reference", row.ActionReference);
        sink.Text("kind", row.Kind);
        sink.Text("category", row.Category);
        sink.Text("owner", row.Owner);
        sink.Date("due_on", row.DueOn);
        sink.Date("done_on", row.DoneOn);
        sink.Text("evidence", row.Evidence);
        // The column came later: without it a row says what it said before, so that a load into an upgraded warehouse restates nothing.
        sink.Date("made_on", row.MadeOn, hashed: row.MadeOn is not null);
    }
}
