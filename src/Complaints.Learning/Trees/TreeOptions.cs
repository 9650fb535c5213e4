namespace Complaints.Learning.Trees;

/// <summary>Settings of the gradient-boosted trees.</summary>
public sealed record TreeOptions
{
    /// <summary>Most rounds (trees); 1 to 10,000.</summary>
    public int Rounds { get; init; } = 300;

    /// <summary>Most splits between root and leaf; 1 to 16.</summary>
    public int MaxDepth { get; init; } = 6;

    /// <summary>Share of each tree's answer that is added; in (0, 1].</summary>
    public double LearningRate { get; init; } = 0.1;

    /// <summary>L2 penalty on leaf values.</summary>
    public double L2 { get; init; } = 1;

    /// <summary>Further L2 penalty while choosing between sets of categories, which have more freedom to fit noise.</summary>
    public double CategoricalL2 { get; init; } = 10;

    /// <summary>
    /// Least sum of second derivatives a category needs in a node to be placed by itself; rarer ones go with the missing.
    /// </summary>
    public double MinCategoryWeight { get; init; } = 1;

    /// <summary>Least sum of second derivatives in a child.</summary>
    public double MinChildWeight { get; init; } = 1;

    /// <summary>Least loss reduction a split must bring.</summary>
    public double MinGain { get; init; }

    /// <summary>Most bins per feature, missing not counted; 2 to 255.</summary>
    public int MaxBins { get; init; } = 255;

    /// <summary>Share of rows each tree sees; in (0, 1].</summary>
    public double RowSample { get; init; } = 1;

    /// <summary>Share of features each tree sees; in (0, 1].</summary>
    public double FeatureSample { get; init; } = 1;

    /// <summary>Stop when the validation loss has not improved for so many rounds; 0 never stops.</summary>
    public int Patience { get; init; } = 30;

    internal void Check()
    {
        Require(Rounds is >= 1 and <= 10_000, nameof(Rounds), "1 to 10,000");
        Require(MaxDepth is >= 1 and <= 16, nameof(MaxDepth), "1 to 16");
        Require(LearningRate is > 0 and <= 1, nameof(LearningRate), "above 0, at most 1");
        Require(L2 >= 0 && CategoricalL2 >= 0, nameof(L2), "0 or more");
        Require(MinChildWeight >= 0 && MinCategoryWeight >= 0 && MinGain >= 0, nameof(MinChildWeight), "0 or more");
        Require(MaxBins is >= 2 and <= 255, nameof(MaxBins), "2 to 255");
        Require(RowSample is > 0 and <= 1 && FeatureSample is > 0 and <= 1, nameof(RowSample), "above 0, at most 1");
        Require(Patience >= 0, nameof(Patience), "0 or more");
    }

    private static void Require(bool holds, string name, string range)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, $"{name} must be {range}.");
        }
    }
}
