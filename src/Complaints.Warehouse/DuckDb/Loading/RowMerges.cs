using Complaints.Warehouse.Rows;
using Complaints.Warehouse.Rows.Layouts;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Loading;

/// <summary>The merges of one load, made when first used.</summary>
internal sealed class RowMerges(DuckDBConnection connection) : IDisposable
{
    private readonly Dictionary<Type, IRowMerge> _merges = [];

    /// <summary>Rows of any type appended and not merged yet.</summary>
    public long Unmerged => _merges.Values.Sum(merge => merge.Unmerged);

    public QuarantineMerge Quarantine => (QuarantineMerge)Of<QuarantineRow>();

    public RowMerge<TRow> Of<TRow>()
        where TRow : IWarehouseRow
    {
        if (!_merges.TryGetValue(typeof(TRow), out IRowMerge? merge))
        {
            merge = Create(typeof(TRow));
            _merges.Add(typeof(TRow), merge);
        }

        return (RowMerge<TRow>)merge;
    }

    public void Dispose()
    {
        foreach (IRowMerge merge in _merges.Values)
        {
            merge.Dispose();
        }
    }

    private IRowMerge Create(Type row) => row.Name switch
    {
        nameof(LandlordRow) => new TimelineMerge<LandlordRow>(connection, new LandlordLayout(), TimelineTarget.Landlord),
        nameof(PropertyRow) => new TimelineMerge<PropertyRow>(connection, new PropertyLayout(), TimelineTarget.Property),
        nameof(PropertyReferenceRow) =>
            new FactMerge<PropertyReferenceRow>(connection, new PropertyReferenceLayout(), FactTargets.PropertyReference),
        nameof(StockRow) => new FactMerge<StockRow>(connection, new StockLayout(), FactTargets.Stock),
        nameof(StageRow) => new FactMerge<StageRow>(connection, new StageLayout(), FactTargets.Stage),
        nameof(ContactRow) => new FactMerge<ContactRow>(connection, new ContactLayout(), FactTargets.Contact),
        nameof(CommunicationRow) => new FactMerge<CommunicationRow>(connection, new CommunicationLayout(), FactTargets.Communication),
        nameof(ActionRow) => new FactMerge<ActionRow>(connection, new ActionLayout(), FactTargets.Action),
        nameof(PublishedMeasureRow) =>
            new FactMerge<PublishedMeasureRow>(connection, new PublishedMeasureLayout(), FactTargets.PublishedMeasure),
        nameof(EscalationScoreRow) => new ScoreMerge(connection),
        nameof(QuarantineRow) => new QuarantineMerge(connection),
        _ => throw new NotSupportedException($"Rows of type {row.Name} are not merged."),
    };
}
