using System.Collections.Immutable;
using Complaints.Learning.Table;

namespace Complaints.Learning.Bench;

/// <summary>The file as features, split by time.</summary>
/// <param name="Training">Rows of the training period.</param>
/// <param name="Test">Rows of the test period.</param>
/// <param name="Columns">What became of each column.</param>
/// <param name="OutsideRows">Rows of neither period.</param>
/// <param name="UnlabelledRows">Rows without a label, left out because nobody knows yet.</param>
/// <param name="ExcludedRows">Rows left out on request.</param>
internal sealed record BenchTable(
    FeatureTable Training, FeatureTable Test, ImmutableArray<ColumnUse> Columns, int OutsideRows, int UnlabelledRows, int ExcludedRows)
{
    /// <summary>By feature, the cells of the test rows.</summary>
    public required ImmutableArray<string[]> TestCells { get; init; }

    /// <summary>Features whose values come again only after the training period.</summary>
    public required ReturningColumns Returning { get; init; }

    /// <summary>Columns that make no feature, but for the label, the time and those dropped on request.</summary>
    public required ImmutableArray<StateColumn> OtherColumns { get; init; }
}

/// <summary>What became of a column of the file.</summary>
/// <param name="Name">As in the header.</param>
/// <param name="Use">"numeric", "categorical", "days", "words" (a text, of which the number of words is used) or "not used".</param>
/// <param name="Detail">Number of categories, or why it is not used.</param>
public sealed record ColumnUse(string Name, string Use, string Detail)
{
    /// <summary>
    /// Whether nearly every training row has a value of its own, and test rows have the same values again: folds within training cannot
    /// tell what such a column is worth.
    /// </summary>
    public bool ComesAgain { get; init; }
}
