using System.Collections.Immutable;
using Complaints.Learning.Explanation;
using Complaints.Learning.Table;

namespace Complaints.Learning.Blend;

/// <summary>
/// Learns several models and averages their log-odds. The same learner given twice gets another seed each time, so that a blend can also
/// calm the noise of sampling.
/// </summary>
/// <param name="members">Learners and their positive weights; weights need not add up to one.</param>
public sealed class BlendLearner(IReadOnlyList<(ILearner Learner, double Weight)> members) : ILearner
{
    /// <summary>The members' names, as in "lightgbm-logistic".</summary>
    public string Kind => string.Join('-', members.Select(m => m.Learner.Kind));

    /// <inheritdoc/>
    public string Title => $"mean of {string.Join(" and ", members.Select(m => m.Learner.Title))}";

    /// <inheritdoc/>
    public bool KeepsDirections => members.All(m => m.Learner.KeepsDirections);

    /// <inheritdoc/>
    public IModel Train(FeatureTable training, FeatureTable? validation, TrainingOptions options, CancellationToken cancellationToken)
    {
        ModelScoring.CheckTraining(training);
        double total = members.Sum(m => m.Weight);
        List<(IModel, double)> models = [];
        foreach ((ILearner learner, double weight) in members)
        {
            TrainingOptions own = options with { Seed = SplitMix.Derive(options.Seed, 0xB1E0 + (ulong)models.Count) };
            models.Add((learner.Train(training, validation, own, cancellationToken), weight / total));
        }

        return new BlendModel(models);
    }
}

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
