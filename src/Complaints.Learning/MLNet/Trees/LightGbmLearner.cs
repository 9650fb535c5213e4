using Complaints.Learning.BaseRate;
using Complaints.Learning.MLNet.Data;
using Complaints.Learning.Table;
using Complaints.Learning.Trees;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;
using LightGbmModel = Microsoft.ML.Calibrators.CalibratedModelParametersBase<
    Microsoft.ML.Trainers.LightGbm.LightGbmBinaryModelParameters, Microsoft.ML.Calibrators.PlattCalibrator>;

namespace Complaints.Learning.MLNet.Trees;

/// <summary>
/// Gradient-boosted trees by ML.NET's LightGBM. The trees become the project's own: categories, missing values and reasons are as there.
/// ML.NET gives no way to constrain a direction, so those of the feature list are not kept.
/// </summary>
/// <param name="settings">Settings of the trees.</param>
public sealed class LightGbmLearner(LightGbmOptions settings) : ILearner
{
    private const int FirstRounds = 128;

    /// <inheritdoc/>
    public string Kind => "lightgbm";

    /// <inheritdoc/>
    public string Title => $"ML.NET LightGBM {MLNetVersion.Text}";

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
        int rounds = StoppingRounds.Mean(
            training, settings.StoppingShare, settings.LearningRate, settings.Rounds,
            (early, late) => Stopped(early, late, options, cancellationToken).TreeCount);
        return Fit(training, rounds, options, cancellationToken).Model;
    }

    /// <summary>What LightGBM learned, beside what became of it; null where it has nothing to split by.</summary>
    internal (TreeModel Model, ITransformer? Theirs, RowView Rows) Fit(
        FeatureTable training, int rounds, TrainingOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = Math.Max(1, options.Threads), CancellationToken = cancellationToken };
        FeatureBins[] bins = BinnedTable.LearnBins(training, SplitColumns.MaxBins, parallel);
        BinnedTable table = BinnedTable.Build(training, bins, withBlocks: false, parallel);
        SplitColumns columns = new(table, settings.MinCategoryRows);
        RowView rows = new(training, columns, cancellationToken);
        if (columns.Width == 0)
        {
            return Nothing();
        }

        BinaryPredictionTransformer<LightGbmModel> theirs;
        try
        {
            theirs = Run(rows, rounds, options);
        }
        catch (ArgumentNullException exception) when (exception.ParamName == "items")
        {
            // Where no split leaves enough rows on either side, LightGBM gives one leaf with the log-odds of the base rate. ML.NET 5.0.1
            // makes a tree without arrays of it where these are 0, at a rate of exactly a half, and cannot read its own tree.
            return Nothing();
        }

        // LightGBM scores in units of its own; its calibrator says how many log-odds one of them is.
        cancellationToken.ThrowIfCancellationRequested();
        RegressionTreeEnsemble ensemble = theirs.Model.SubModel.TrainedTreeEnsemble;
        double scale = -theirs.Model.Calibrator.Slope;
        TreeConversion conversion = new(columns, table);
        Tree[] trees = new Tree[ensemble.Trees.Count];
        Parallel.For(0, trees.Length, parallel, i => trees[i] = conversion.Convert(ensemble.Trees[i], scale * ensemble.TreeWeights[i]));
        return (new TreeModel(training.Schema, bins, trees, scale * ensemble.Bias), theirs, rows);

        (TreeModel, ITransformer?, RowView) Nothing() =>
            (new TreeModel(training.Schema, bins, [], LogOdds.Of(BaseRateLearner.Rate(training))), null, rows);
    }

    private BinaryPredictionTransformer<LightGbmModel> Run(RowView rows, int rounds, TrainingOptions options)
    {
        int seed = (int)(SplitMix.Derive(options.Seed, 0x16B3) & int.MaxValue);
        return new MLContext(seed).BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
        {
            FeatureColumnName = RowView.Features,
            LabelColumnName = RowView.Label,
            ExampleWeightColumnName = rows.Table.Weights.IsEmpty ? null : RowView.Weight,
            NumberOfIterations = rounds,
            NumberOfLeaves = settings.Leaves,
            LearningRate = settings.LearningRate,
            MinimumExampleCountPerLeaf = settings.MinLeafRows,
            MaximumBinCountPerFeature = 255,
            HandleMissingValue = false,
            UseCategoricalSplit = false,
            Booster = new GradientBooster.Options
            {
                SubsampleFraction = settings.RowSample,
                SubsampleFrequency = settings.RowSample < 1 ? 1 : 0,
                FeatureFraction = settings.FeatureSample,
                L2Regularization = settings.L2,
            },
            Seed = seed,
            Deterministic = true,
            // Several threads add up histograms in parts, and the model would depend on their number; idle ones spin on a busy machine.
            NumberOfThreads = 1,
            Verbose = false,
        }).Fit(rows);
    }

    // The same seed gives the same first rounds, so their number is doubled until the loss on later rows has passed its lowest point.
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

            if (rounds == settings.Rounds || model.Trees.Length < rounds || model.Trees.Length - loss.BestRounds >= settings.Patience)
            {
                return new TreeModel(model.Schema, model.Bins, [.. model.Trees.Take(loss.BestRounds)], model.Bias);
            }
        }
    }
}
