using Complaints.Warehouse.DuckDb.Connections;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;
using Complaints.Warehouse.Rows.Layouts;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Loading;

/// <summary>A row type's merge, whatever the type.</summary>
internal interface IRowMerge : IDisposable
{
    /// <summary>Rows appended and not merged yet.</summary>
    long Unmerged { get; }

    MergeCounts Merge(MergeScope scope, MergeParameters parameters);
}

/// <summary>Staging and merge of one row type within one load.</summary>
internal abstract class RowMerge<TRow>(DuckDBConnection connection, RowLayout<TRow> layout) : IRowMerge
    where TRow : IWarehouseRow
{
    public long Unmerged => Staging.Rows;

    protected DuckDBConnection Connection { get; } = connection;

    protected StagingTable<TRow> Staging { get; } = new(connection, layout);

    public virtual void Append(IReadOnlyList<TRow> rows) => Staging.Append(rows);

    public MergeCounts Merge(MergeScope scope, MergeParameters parameters)
    {
        bool staged = Staging.Flush();
        Connection.Settle();
        MergeCounts counts = staged ? MergeStaged(scope, parameters) : MergeCounts.None;
        if (scope.Mode == LoadMode.Full)
        {
            counts = counts.Plus(Withdraw(parameters));
        }

        Conclude(parameters);
        Staging.Drop();
        return counts;
    }

    public void Dispose() => Staging.Dispose();

    /// <summary>Merges what was appended.</summary>
    protected abstract MergeCounts MergeStaged(MergeScope scope, MergeParameters parameters);

    /// <summary>What a merge has to do at its end even when nothing was appended.</summary>
    protected virtual void Conclude(MergeParameters parameters)
    {
    }

    /// <summary>Withdraws what a full file no longer holds.</summary>
    protected abstract MergeCounts Withdraw(MergeParameters parameters);
}

/// <summary>The merges of one load, made when first used.</summary>
internal sealed class RowMerges(DuckDBConnection connection) : IDisposable
{
    private readonly Dictionary<Type, IRowMerge> _merges = [];

    /// <summary>Rows of any type appended and not merged yet.</summary>
    public long Unmerged => _merges.Values.Sum(merge => merge.Unmerged);

    /// <summary>Whether homes or their identifiers were merged.</summary>
    public bool HasRegisters => _merges.ContainsKey(typeof(PropertyRow)) || _merges.ContainsKey(typeof(PropertyReferenceRow));

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

/// <summary>Keeps scores: one a complaint, day and model. They have no history of their own, because the day and the model are their key.</summary>
internal sealed class ScoreMerge(DuckDBConnection connection) : RowMerge<EscalationScoreRow>(connection, new EscalationScoreLayout())
{
    private readonly MergeScript _script = MergeScript.Load("escalation_score");

    protected override MergeCounts MergeStaged(MergeScope scope, MergeParameters parameters)
    {
        long[] counts = _script.Numbers(Connection, "counts", parameters);
        _script.Run(Connection, "rows", parameters);
        _script.Run(Connection, "insert", parameters);
        return SourceRows.Of(Connection, parameters) with { Added = counts[0], Changed = counts[1] };
    }

    // A complaint that is no longer at risk keeps the score it had on the day.
    protected override MergeCounts Withdraw(MergeParameters parameters) => MergeCounts.None;
}
