using Complaints.Learning.BaseRate;
using Complaints.Learning.Table;

namespace Complaints.Learning.Trees;

/// <summary>
/// Gradient-boosted trees on histograms of at most 255 bins: missing values and categories handled natively, monotone constraints,
/// rows and features sampled by seed, early stopping on later data. The model does not depend on the number of threads.
/// </summary>
/// <param name="options">Settings of the trees.</param>
public sealed class TreeLearner(TreeOptions options) : ILearner
{
    /// <inheritdoc/>
    public string Kind => TreeModel.KindName;

    /// <inheritdoc/>
    public string Title => "own trees";

    /// <inheritdoc/>
    public bool KeepsDirections => true;

    /// <inheritdoc/>
    public IModel Train(FeatureTable training, FeatureTable? validation, TrainingOptions options, CancellationToken cancellationToken) =>
        TrainTrees(training, validation, options, cancellationToken);

    internal TreeModel TrainTrees(FeatureTable training, FeatureTable? validation, TrainingOptions run, CancellationToken cancellationToken)
    {
        options.Check();
        ModelScoring.CheckTraining(training);
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = Math.Max(1, run.Threads), CancellationToken = cancellationToken };
        FeatureBins[] bins = BinnedTable.LearnBins(training, options.MaxBins, parallel);
        BinnedTable table = BinnedTable.Build(training, bins, withBlocks: true, parallel);
        ValidationLoss? later = validation is null
            ? null
            : new ValidationLoss(validation, BinnedTable.Build(validation, bins, withBlocks: false, parallel), parallel);

        double bias = LogOdds.Of(BaseRateLearner.Rate(training));
        double[] margins = new double[training.RowCount];
        margins.AsSpan().Fill(bias);
        later?.Start(bias);

        byte[] labels = training.Labels.ToArray();
        float[]? weights = training.Weights.IsEmpty ? null : training.Weights.ToArray();
        Gradients gradients = new(training.RowCount);
        TreeGrower grower = new(table, options, training.Schema, parallel);
        List<Tree> trees = [];
        for (int round = 0; round < options.Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            gradients.Update(margins, labels, weights, parallel);
            (int[] inside, int[] outside) = RowSamples.Draw(
                training.RowCount, options.RowSample, SplitMix.Derive(run.Seed, 2 * (ulong)round));
            bool[] features = RowSamples.DrawFeatures(
                bins.Length, options.FeatureSample, SplitMix.Derive(run.Seed, (2 * (ulong)round) + 1));
            Tree tree = grower.Grow(inside, gradients, features, margins);
            foreach (int row in outside)
            {
                margins[row] += tree.Predict(table.Columns, row);
            }

            trees.Add(tree);
            later?.Add(tree, trees.Count);
            if (later is not null && options.Patience > 0 && trees.Count - later.BestRounds >= options.Patience)
            {
                break;
            }
        }

        for (int i = 0; i < trees.Count; i++)
        {
            trees[i] = trees[i].WithUnseen();
        }

        int kept = later is null || options.Patience == 0 ? trees.Count : later.BestRounds;
        return new TreeModel(training.Schema, bins, [.. trees.Take(kept)], bias);
    }
}
