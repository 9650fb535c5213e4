using System.Collections.Immutable;
using Complaints.Learning.Explanation;
using Complaints.Learning.Table;

namespace Complaints.Learning.Blend;

/// <summary>The weighted mean of several models' log-odds; contributions average in the same way, so their sum stays exact.</summary>
public sealed class BlendModel : IModel, IExplainable
{
    internal const string KindName = "blend";

    internal BlendModel(IReadOnlyList<(IModel Model, double Weight)> members) => Members = [.. members];

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public FeatureSchema Schema => Members[0].Model.Schema;

    internal ImmutableArray<(IModel Model, double Weight)> Members { get; }

    /// <inheritdoc/>
    public void Score(FeatureTable table, Span<double> margins)
    {
        ModelScoring.Check(this, table, margins);
        margins.Clear();
        double[] own = new double[margins.Length];
        foreach ((IModel model, double weight) in Members)
        {
            model.Score(table, own);
            for (int i = 0; i < own.Length; i++)
            {
                margins[i] += weight * own[i];
            }
        }
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">A member cannot explain itself.</exception>
    public FeatureContributions Explain(FeatureTable table, int row)
    {
        double baseValue = 0;
        double margin = 0;
        double[] contributions = new double[Schema.Features.Length];
        foreach ((IModel model, double weight) in Members)
        {
            if (model is not IExplainable explainable)
            {
                throw new NotSupportedException($"A {model.Kind} model gives no reasons.");
            }

            FeatureContributions own = explainable.Explain(table, row);
            baseValue += weight * own.BaseValue;
            margin += weight * own.Margin;
            for (int f = 0; f < contributions.Length; f++)
            {
                contributions[f] += weight * own.Contributions[f];
            }
        }

        return new FeatureContributions(baseValue, [.. contributions], margin);
    }
}
