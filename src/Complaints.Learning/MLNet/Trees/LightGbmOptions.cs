namespace Complaints.Learning.MLNet.Trees;

/// <summary>
/// Settings of <see cref="LightGbmLearner"/>. The defaults are for cases: shallow and slow, as the drivers mostly add up and the cases are
/// thousands, not millions.
/// </summary>
public sealed record LightGbmOptions
{
    /// <summary>Most rounds (trees); 1 to 10,000.</summary>
    public int Rounds { get; init; } = 1024;

    /// <summary>Most leaves of a tree; 2 to 1,024. LightGBM grows the best leaf first and limits leaves, not depth.</summary>
    public int Leaves { get; init; } = 6;

    /// <summary>Share of each tree's answer that is added; in (0, 1].</summary>
    public double LearningRate { get; init; } = 0.05;

    /// <summary>Fewest training rows in a leaf, at least 1.</summary>
    public int MinLeafRows { get; init; } = 30;

    /// <summary>L2 penalty on leaf values.</summary>
    public double L2 { get; init; } = 5;

    /// <summary>Categories with fewer training rows get no test of their own.</summary>
    public int MinCategoryRows { get; init; } = 10;

    /// <summary>Share of rows each tree sees; in (0, 1].</summary>
    public double RowSample { get; init; } = 0.7;

    /// <summary>Share of features each tree sees; in (0, 1].</summary>
    public double FeatureSample { get; init; } = 0.5;

    /// <summary>Stop when the loss on later rows has not improved for so many rounds; 0 learns all <see cref="Rounds"/>.</summary>
    public int Patience { get; init; } = 60;

    /// <summary>Share of the rows in each later part that finds the number of rounds where no later rows are given; in (0, 0.25].</summary>
    public double StoppingShare { get; init; } = 0.15;

    internal void Check()
    {
        Require(Rounds is >= 1 and <= 10_000, nameof(Rounds), "1 to 10,000");
        Require(Leaves is >= 2 and <= 1_024, nameof(Leaves), "2 to 1,024");
        Require(LearningRate is > 0 and <= 1, nameof(LearningRate), "above 0, at most 1");
        Require(MinLeafRows >= 1 && MinCategoryRows >= 1, nameof(MinLeafRows), "1 or more");
        Require(L2 >= 0, nameof(L2), "0 or more");
        Require(RowSample is > 0 and <= 1 && FeatureSample is > 0 and <= 1, nameof(RowSample), "above 0, at most 1");
        Require(Patience >= 0, nameof(Patience), "0 or more");
        Require(StoppingShare is > 0 and <= 0.25, nameof(StoppingShare), "above 0, at most 0.25");
    }

    private static void Require(bool holds, string name, string range)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, $"{name} must be {range}.");
        }
    }
}
