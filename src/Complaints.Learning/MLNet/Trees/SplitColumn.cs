namespace Complaints.Learning.MLNet.Trees;

/// <summary>What a column that LightGBM splits on says of a feature.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Asks">What a split on the column asks.</param>
/// <param name="Bin">The category's bin, where the column is one of a category.</param>
internal readonly record struct SplitColumn(int Feature, SplitQuestion Asks, int Bin = 0);

/// <summary>What a split on a column asks.</summary>
internal enum SplitQuestion
{
    /// <summary>Is the number at most the threshold? No training row lacks it.</summary>
    AtMost,

    /// <summary>Is the number at most the threshold, or missing?</summary>
    AtMostOrMissing,

    /// <summary>Is the number known and at most the threshold?</summary>
    KnownAndAtMost,

    /// <summary>Is it another category than the column's?</summary>
    OtherCategory,
}
