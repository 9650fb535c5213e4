using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;
using Complaints.Warehouse.Rows.Layouts;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Merging;

/// <summary>Merge of a type 2 dimension from its register.</summary>
internal sealed class TimelineMerge<TRow>(DuckDBConnection connection, RowLayout<TRow> layout, TimelineTarget target)
    : RowMerge<TRow>(connection, layout)
    where TRow : IWarehouseRow
{
    private static readonly string[] s_compare =
        ["known", "stated", "beginning", "begun later", "timeline", "compare", "compare dropped", "members"];

    private readonly MergeScript _own = MergeScript.Load(target.Script);
    private readonly MergeScript _timeline = MergeScript.Load("timeline", target.Names());

    protected override MergeCounts MergeStaged(MergeScope scope, MergeParameters parameters)
    {
        _own.Run(Connection, "identify", parameters);
        foreach (string step in s_compare)
        {
            _timeline.Run(Connection, step, parameters);
        }

        _timeline.Run(Connection, "rows", parameters);
        if (_own.Has("seen"))
        {
            _own.Run(Connection, "seen", parameters);
        }

        long[] counts = _timeline.Numbers(Connection, "counts", parameters);
        (long added, long changed, long closed) = (counts[0], counts[1], counts[2]);
        if (added + changed > 0)
        {
            Record(parameters, changed);
        }

        foreach (string control in _timeline.StepsFrom("control"))
        {
            _timeline.Run(Connection, control, parameters);
        }

        return SourceRows.Of(Connection, parameters) with
        {
            Added = added,
            Changed = changed,
            Closed = closed,
            BegunLater = counts[3],
            KnownBefore = counts[3] > 0 ? counts[4] : 0,
        };
    }

    protected override MergeCounts Withdraw(MergeParameters parameters)
    {
        // A list of landlords is never taken to be all there are.
        if (!_own.Has("find withdrawn"))
        {
            return MergeCounts.None;
        }

        _own.Run(Connection, "find withdrawn", parameters);
        long withdrawn = MissingRows.Count(Connection);
        if (withdrawn == 0)
        {
            return MergeCounts.None;
        }

        long before = _own.Numbers(Connection, "current before", parameters)[0];
        _own.Run(Connection, "end withdrawn", parameters);
        _own.Run(Connection, "close withdrawn", parameters);
        return MergeCounts.None with { Closed = withdrawn, Withdrawn = withdrawn, CurrentBefore = before };
    }

    private void Record(MergeParameters parameters, long changed)
    {
        _timeline.Run(Connection, "close", parameters);
        _timeline.Run(Connection, "record kept", parameters);
        _timeline.Run(Connection, "record stated", parameters);
        _timeline.Run(Connection, "settle quarantine", parameters);
        if (changed == 0)
        {
            return;
        }

        foreach ((string fact, string key, string day) in target.Facts)
        {
            MergeScript rekey = MergeScript.Load(
                "rekey",
                ("fact", fact),
                ("fact_key", key),
                ("day", day),
                ("as_of", target.AsOf),
                ("identity", target.Identity),
                ("dim_key", target.Key));
            foreach (string step in (string[])["find", "record", "close", "seen"])
            {
                rekey.Run(Connection, step, parameters);
            }
        }
    }
}
