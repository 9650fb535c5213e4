using Complaints.Escalation.Explanation;
using Complaints.Escalation.Table;

namespace Complaints.Escalation.Learning.Trees;

/// <summary>A sum of trees on top of the training rows' log-odds.</summary>
public sealed class TreeModel : IModel, IExplainable
{
    internal const string KindName = "trees";

    private readonly TreeScorer _scorer;

    internal TreeModel(FeatureSchema schema, FeatureBins[] bins, Tree[] trees, double bias)
    {
        Schema = schema;
        Bins = bins;
        Trees = trees;
        Bias = bias;
        _scorer = new TreeScorer(bins, trees, bias);
    }

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public FeatureSchema Schema { get; }

    /// <summary>Number of trees kept after early stopping.</summary>
    public int TreeCount => Trees.Length;

    internal FeatureBins[] Bins { get; }

    internal Tree[] Trees { get; }

    internal double Bias { get; }

    /// <inheritdoc/>
    public void Score(FeatureTable table, Span<double> margins)
    {
        ModelScoring.Check(this, table, margins);
        _scorer.Score(table, margins, Environment.ProcessorCount);
    }

    /// <inheritdoc/>
    public FeatureContributions Explain(FeatureTable table, int row)
    {
        FeatureTable one = table.Take([row]);
        return TreeShap.Explain(this, one);
    }
}
