using Complaints.Warehouse.Rows;

namespace Complaints.Measures.Tests.Support;

/// <summary>Rows of one load.</summary>
public sealed record TestRows
{
    public IReadOnlyList<LandlordRow> Landlords { get; init; } = [];

    public IReadOnlyList<PropertyRow> Homes { get; init; } = [];

    public IReadOnlyList<StockRow> Stock { get; init; } = [];

    public IReadOnlyList<StageRow> Stages { get; init; } = [];

    public IReadOnlyList<ContactRow> Contacts { get; init; } = [];

    public IReadOnlyList<ActionRow> Actions { get; init; } = [];

    public IReadOnlyList<ResidentRow> Residents { get; init; } = [];

    public IReadOnlyList<PublishedMeasureRow> Published { get; init; } = [];

    public IReadOnlyList<QuarantineRow> Quarantine { get; init; } = [];
}
