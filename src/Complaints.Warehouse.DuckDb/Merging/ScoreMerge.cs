using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;
using Complaints.Warehouse.Rows.Layouts;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Merging;

/// <summary>
/// Keeps scores: one a complaint, day and model. They have no history of their own, because the day and the model are their key.
/// </summary>
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
