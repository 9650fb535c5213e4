using System.Collections.Immutable;
using Complaints.Learning.Evaluation;
using Complaints.Learning.Logistic;
using Complaints.Learning.Table;

namespace Complaints.Learning.MLNet.Logistic;

/// <summary>
/// Logistic regression whose penalty is chosen out of time: each is tried on up to three later parts of the rows, and the one that
/// told them apart best then learns from all rows. No fixed penalty suits both a hundred categories and ten.
/// </summary>
/// <param name="settings">Settings; <see cref="LogisticOptions.L2"/> is used where the rows are too few to choose.</param>
public sealed class PenaltyChoosingLearner(LogisticOptions settings) : ILearner
{
    // More rows would make the choice slower, hardly better.
    private const int MostRows = 40_000;

    /// <summary>What is tried, the strongest first: of two that do alike, the stronger one is safer.</summary>
    internal static ImmutableArray<double> Penalties { get; } = [100, 30, 10, 3, 1];

    /// <inheritdoc/>
    public string Kind => LogisticModel.KindName;

    /// <inheritdoc/>
    public string Title => new LogisticLearner(settings).Title;

    /// <inheritdoc/>
    public IModel Train(FeatureTable training, FeatureTable? validation, TrainingOptions options, CancellationToken cancellationToken)
    {
        ModelScoring.CheckTraining(training);
        double penalty = Choose(training, options, cancellationToken);
        return new LogisticLearner(settings with { L2 = penalty }).Train(training, validation, options, cancellationToken);
    }

    /// <summary>The penalty that did best on later rows.</summary>
    internal double Choose(FeatureTable training, TrainingOptions options, CancellationToken cancellationToken)
    {
        FeatureTable table = Latest(training);
        IReadOnlyList<(FeatureTable Early, FeatureTable Late)> cuts = LaterRows.Cuts(table, 0.15);
        if (cuts.Count == 0)
        {
            return settings.L2;
        }

        double Loss(double penalty)
        {
            LogisticLearner learner = new(settings with { L2 = penalty });
            return cuts.Sum(c => LevelledLoss.Of(learner.Train(c.Early, null, options, cancellationToken).Margins(c.Late), c.Late));
        }

        return Penalties.MinBy(Loss);
    }

    private static FeatureTable Latest(FeatureTable training) => training.RowCount <= MostRows
        ? training
        : LaterRows.Split(training, (double)MostRows / training.RowCount).Late;
}
