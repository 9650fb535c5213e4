using Complaints.Warehouse.DuckDb.Connections;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;
using Complaints.Warehouse.Rows.Layouts;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Merging;

/// <summary>
/// Merge of a fact: compare by natural key and hash first, so that an unchanged row costs one comparison and nothing else.
/// </summary>
internal sealed class FactMerge<TRow>(DuckDBConnection connection, RowLayout<TRow> layout, FactTarget target)
    : RowMerge<TRow>(connection, layout)
    where TRow : IWarehouseRow
{
    private readonly MergeScript _fact = MergeScript.Load("fact", target.Names());
    private readonly MergeScript _own = MergeScript.Load(target.Script);

    protected override MergeCounts MergeStaged(MergeScope scope, MergeParameters parameters)
    {
        RunOwn("prepare", parameters);
        _fact.Run(Connection, "compare", parameters);
        long[] counts = _fact.Numbers(Connection, "counts", parameters);
        (long added, long changed, long lastKey) = (counts[0], counts[1], counts[2]);
        MergeParameters keyed = parameters.With("last_key", lastKey);
        _fact.Run(Connection, "rows", keyed);
        _fact.Run(Connection, "seen", keyed);
        if (added + changed > 0)
        {
            Record(keyed, changed);
        }

        if (_fact.Numbers(Connection, "open entries", parameters)[0] > 0)
        {
            _fact.Run(Connection, "settle quarantine", parameters);
        }

        MergeCounts dropped = scope.StatesWholeCases ? Drop(parameters) : MergeCounts.None;
        CheckControls(parameters);
        return (SourceRows.Of(Connection, parameters) with { Added = added, Changed = changed, Closed = changed }).Plus(dropped);
    }

    protected override MergeCounts Withdraw(MergeParameters parameters)
    {
        _fact.Run(Connection, "find withdrawn", parameters);
        return WithdrawMissing(parameters);
    }

    // A row that says less of its case than before changes something, though all that it says is known.
    private MergeCounts Drop(MergeParameters parameters)
    {
        RunOwn("find dropped", parameters);
        RunOwn("rows dropped", parameters);
        return WithdrawMissing(parameters);
    }

    private MergeCounts WithdrawMissing(MergeParameters parameters)
    {
        long withdrawn = MissingRows.Count(Connection);
        if (withdrawn == 0)
        {
            return MergeCounts.None;
        }

        long before = _fact.Numbers(Connection, "current before", parameters)[0];
        _fact.Run(Connection, "mark withdrawn", parameters);
        _fact.Run(Connection, "close withdrawn", parameters);
        return MergeCounts.None with { Closed = withdrawn, Withdrawn = withdrawn, CurrentBefore = before };
    }

    private void Record(MergeParameters parameters, long changed)
    {
        foreach ((string dim, string column) in target.Members)
        {
            MergeScript
                .Load("member", ("dim", dim), ("column", column), ("staging", target.Staging))
                .Run(Connection, "add", parameters);
        }

        RunOwn("members", parameters);
        if (changed > 0)
        {
            _fact.Run(Connection, "close changed", parameters);
        }

        // The written order is the fast one: the staged rows, which are many and wide, flow past the dimensions.
        Connection.Execute("SET disabled_optimizers = 'join_order,build_side_probe_side'");
        _fact.Run(Connection, "unchanged", parameters);
        _own.Run(Connection, "insert", parameters);
        Connection.Execute("RESET disabled_optimizers");
    }

    private void CheckControls(MergeParameters parameters)
    {
        _fact.Run(Connection, "control", parameters);
        foreach (string control in _own.StepsFrom("control"))
        {
            _own.Run(Connection, control, parameters);
        }
    }

    private void RunOwn(string step, MergeParameters parameters)
    {
        if (_own.Has(step))
        {
            _own.Run(Connection, step, parameters);
        }
    }
}
