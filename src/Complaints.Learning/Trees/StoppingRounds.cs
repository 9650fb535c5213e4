using Complaints.Learning.Evaluation;
using Complaints.Learning.Table;

namespace Complaints.Learning.Trees;

/// <summary>How many rounds to learn from all rows, found on later parts of them.</summary>
internal static class StoppingRounds
{
    /// <summary>The mean over the later parts, but no fewer than it takes to learn anything at the learning rate.</summary>
    /// <param name="training">All rows.</param>
    /// <param name="lastShare">Share of the rows in each later part.</param>
    /// <param name="learningRate">Share of each tree's answer that is added.</param>
    /// <param name="most">Most rounds.</param>
    /// <param name="best">Rounds that did best on later rows, for a model of the earlier ones.</param>
    public static int Mean(
        FeatureTable training, double lastShare, double learningRate, int most, Func<FeatureTable, FeatureTable, int> best)
    {
        int least = (int)Math.Ceiling(2 / learningRate);
        IReadOnlyList<(FeatureTable Early, FeatureTable Late)> cuts = LaterRows.Cuts(training, lastShare);
        double mean = cuts.Count == 0 ? 2 * least : cuts.Average(cut => best(cut.Early, cut.Late));
        return Math.Clamp((int)Math.Round(mean), Math.Min(least, most), most);
    }
}
