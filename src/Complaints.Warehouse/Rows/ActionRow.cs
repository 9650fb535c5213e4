
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
