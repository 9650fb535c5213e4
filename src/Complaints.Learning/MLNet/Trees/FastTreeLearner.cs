using Complaints.Learning;
using Complaints.Learning.Trees;
using Complaints.Learning.MLNet.Data;
using Complaints.Learning.Table;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using FastTreeModel = Microsoft.ML.Calibrators.CalibratedModelParametersBase<
    Microsoft.ML.Trainers.FastTree.FastTreeBinaryModelParameters, Microsoft.ML.Calibrators.PlattCalibrator>;

namespace Complaints.Learning.MLNet.Trees;

/// <summary>
/// Gradient-boosted trees by ML.NET's FastTree. The trees become the project's own: categories, missing values and reasons are as there.
/// FastTree knows no monotone constraint, so the directions of the feature list are not kept.
/// </summary>
/// <param name="settings">Settings of the trees.</param>
public sealed class FastTreeLearner(FastTreeOptions settings) : ILearner
{
    private const int FirstRounds = 128;

    // FastTree shares its threads among all trainers of a process, and a second one made meanwhile takes them away.
    private static readonly Lock s_oneAtATime = new();

    /// <inheritdoc/>
    public string Kind => "fasttree";

    /// <inheritdoc/>
    public string Title => $"ML.NET FastTree {MLNetLearners.Version}";

    /// <inheritdoc/>
    public IModel Train(FeatureTable training, FeatureTable? validation, TrainingOptions options, CancellationToken cancellationToken)
    {
        settings.Check();
        ModelScoring.CheckTraining(training);
        if (settings.Patience == 0)
        {
            return Fit(training, settings.Rounds, options, cancellationToken).Model;
        }

        if (validation is not null)
        {
            return Stopped(training, validation, options, cancellationToken);
        }

        // Later rows find the number of rounds; then they are learned from as well.
        (FeatureTable early, FeatureTable late) = StoppedTreeLearner.Split(training, settings.StoppingShare);
        int rounds = Stopped(early, late, options, cancellationToken).TreeCount;
        return Fit(training, Math.Max(1, rounds), options, cancellationToken).Model;
    }

    /// <summary>What FastTree learned, beside what became of it.</summary>
    internal (TreeModel Model, ITransformer Theirs, RowView Rows) Fit(
        FeatureTable training, int rounds, TrainingOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = Math.Max(1, options.Threads), CancellationToken = cancellationToken };
        FeatureBins[] bins = BinnedTable.LearnBins(training, SplitColumns.MaxBins, parallel);
        BinnedTable table = BinnedTable.Build(training, bins, withBlocks: false, parallel);
        SplitColumns columns = new(table, settings.MinCategoryRows);
        RowView rows = new(training, columns, cancellationToken);
        BinaryPredictionTransformer<FastTreeModel> theirs = Run(rows, rounds, options, cancellationToken);

        // FastTree scores in units of its own; its calibrator says how many log-odds one of them is.
        RegressionTreeEnsemble ensemble = theirs.Model.SubModel.TrainedTreeEnsemble;
        double scale = -theirs.Model.Calibrator.Slope;
        TreeConversion conversion = new(columns, table);
        Tree[] trees = new Tree[ensemble.Trees.Count];
        Parallel.For(0, trees.Length, parallel, i => trees[i] = conversion.Convert(ensemble.Trees[i], scale * ensemble.TreeWeights[i]));
        return (new TreeModel(training.Schema, bins, trees, scale * ensemble.Bias), theirs, rows);
    }

    private BinaryPredictionTransformer<FastTreeModel> Run(
        RowView rows, int rounds, TrainingOptions options, CancellationToken cancellationToken)
    {
        int seed = (int)(SplitMix.Derive(options.Seed, 0xFA57) & int.MaxValue);
        MLContext context = new(seed);
        // ML.NET has no way to be stopped, but tells its log of each round.
        context.Log += (_, _) => cancellationToken.ThrowIfCancellationRequested();
        lock (s_oneAtATime)
        {
            return context.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options
            {
                FeatureColumnName = RowView.Features,
                LabelColumnName = RowView.Label,
                ExampleWeightColumnName = rows.Table.Weights.IsEmpty ? null : RowView.Weight,
                NumberOfTrees = rounds,
                NumberOfLeaves = settings.Leaves,
                LearningRate = settings.LearningRate,
                MinimumExampleCountPerLeaf = settings.MinLeafRows,
                MaximumBinCountPerFeature = 255,
                BaggingSize = settings.RowSample < 1 ? 1 : 0,
                BaggingExampleFraction = settings.RowSample,
                FeatureFraction = settings.FeatureSample,
                Seed = seed,
                FeatureSelectionSeed = seed,
                NumberOfThreads = Math.Max(1, options.Threads),
                MemoryStatistics = false,
            }).Fit(rows);
        }
    }

    // FastTree's own rule watches the share of wrong answers, which hardly moves where one case in ten escalates. The same seed gives the
    // same first rounds, so their number is doubled until the loss on later rows has passed its lowest point.
    private TreeModel Stopped(FeatureTable training, FeatureTable later, TrainingOptions options, CancellationToken cancellationToken)
    {
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = Math.Max(1, options.Threads), CancellationToken = cancellationToken };
        for (int rounds = Math.Min(FirstRounds, settings.Rounds); ; rounds = Math.Min(2 * rounds, settings.Rounds))
        {
            TreeModel model = Fit(training, rounds, options, cancellationToken).Model;
            ValidationLoss loss = new(later, BinnedTable.Build(later, model.Bins, withBlocks: false, parallel), parallel);
            loss.Start(model.Bias);
            for (int i = 0; i < model.Trees.Length; i++)
            {
                loss.Add(model.Trees[i], i + 1);
            }

            if (rounds == settings.Rounds || model.Trees.Length - loss.BestRounds >= settings.Patience)
            {
                return new TreeModel(model.Schema, model.Bins, [.. model.Trees.Take(loss.BestRounds)], model.Bias);
            }
        }
    }
}
