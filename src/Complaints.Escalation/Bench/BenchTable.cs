using System.Collections.Immutable;
using Complaints.Escalation.Table;

namespace Complaints.Escalation.Bench;

/// <summary>The file as features, split by time.</summary>
/// <param name="Training">Rows of the training period.</param>
/// <param name="Test">Rows of the test period.</param>
/// <param name="Columns">What became of each column.</param>
/// <param name="OutsideRows">Rows of neither period.</param>
/// <param name="UnlabelledRows">Rows without a label, left out because nobody knows yet.</param>
/// <param name="ExcludedRows">Rows left out on request.</param>
internal sealed record BenchTable(
    FeatureTable Training, FeatureTable Test, ImmutableArray<ColumnUse> Columns, int OutsideRows, int UnlabelledRows, int ExcludedRows);
