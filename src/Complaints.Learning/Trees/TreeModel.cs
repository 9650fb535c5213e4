using Complaints.Learning.Explanation;
using Complaints.Learning.Table;

namespace Complaints.Learning.Trees;

/// <summary>A sum of trees on top of the training rows' log-odds.</summary>
public sealed class TreeModel : IModel, IExplainable
{
    internal const string KindName = "trees";

    private readonly TreeScorer _scorer;

    internal TreeModel(FeatureSchema schema, FeatureBins[] bins, Tree[] trees, double bias)
    {
        Check(schema, bins, trees);
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

    // Scoring walks raw memory: a tree from a damaged file must not lead out of it.
    private static void Check(FeatureSchema schema, FeatureBins[] bins, Tree[] trees)
    {
        if (bins.Length != schema.Features.Length)
        {
            throw new ArgumentException($"The model has bins for {bins.Length} features, its feature list has {schema.Features.Length}.", nameof(bins));
        }

        if (bins.Length > ushort.MaxValue)
        {
            throw new ArgumentException($"Trees take at most {ushort.MaxValue} features, not {bins.Length}.", nameof(bins));
        }

        foreach (Tree tree in trees)
        {
            if (tree.Nodes.Any(n => !n.IsLeaf && (n.Feature < 0 || n.Feature >= bins.Length || n.Bin is < 0 or > 254)))
            {
                throw new ArgumentException("A split of a tree points outside the feature list or its bins.", nameof(trees));
            }
        }
    }
}
