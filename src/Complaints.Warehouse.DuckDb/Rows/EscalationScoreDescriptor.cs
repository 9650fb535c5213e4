using Complaints.Warehouse.DuckDb.Merging;
using Complaints.Warehouse.Rows;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Rows;

/// <summary>Scores, for <c>fact_escalation_score</c>.</summary>
internal sealed class EscalationScoreDescriptor : IRowDescriptor
{
    public Type Row => typeof(EscalationScoreRow);

    public MergeScript? Standing() => null;

    public IRowMerge Merge(DuckDBConnection connection) => new ScoreMerge(connection);
}
