using System.Collections.Immutable;
using Complaints.Learning.Explanation;
using Complaints.Learning.Table;

namespace Complaints.Learning.Encodings;

/// <summary>A model behind the transforms it was trained with; its reasons are told in the original features.</summary>
public sealed class EncodedModel : IModel, IExplainable
{
    internal const string KindName = "encoded";

    internal EncodedModel(IReadOnlyList<ITableTransform> transforms, IModel inner)
    {
        Transforms = [.. transforms];
        Inner = inner;
    }

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public FeatureSchema Schema => Transforms.IsEmpty ? Inner.Schema : Transforms[0].Input;

    internal ImmutableArray<ITableTransform> Transforms { get; }

    internal IModel Inner { get; }

    /// <inheritdoc/>
    public void Score(FeatureTable table, Span<double> margins)
    {
        ModelScoring.Check(this, table, margins);
        Inner.Score(Encode(table), margins);
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The model inside cannot explain itself.</exception>
    public FeatureContributions Explain(FeatureTable table, int row)
    {
        if (Inner is not IExplainable explainable)
        {
            throw new NotSupportedException($"A {Inner.Kind} model gives no reasons.");
        }

        FeatureContributions inner = explainable.Explain(Encode(table.Take([row])), 0);
        double[] contributions = [.. inner.Contributions];
        foreach (ITableTransform transform in Transforms.Reverse())
        {
            double[] before = new double[transform.Input.Features.Length];
            for (int f = 0; f < contributions.Length; f++)
            {
                foreach (int origin in transform.Origins[f])
                {
                    before[origin] += contributions[f] / transform.Origins[f].Length;
                }
            }

            contributions = before;
        }

        return inner with { Contributions = [.. contributions] };
    }

    private FeatureTable Encode(FeatureTable table) => Transforms.Aggregate(table, (t, transform) => transform.Apply(t));
}
