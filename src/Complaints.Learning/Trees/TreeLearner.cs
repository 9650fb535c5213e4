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
        ValidationLoss? later = validation is null ? null : new ValidationLoss(validation, BinnedTable.Build(validation, bins, withBlocks: false, parallel), parallel);

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
            (int[] inside, int[] outside) = RowSamples.Draw(training.RowCount, options.RowSample, SplitMix.Derive(run.Seed, 2 * (ulong)round));
            bool[] features = RowSamples.DrawFeatures(bins.Length, options.FeatureSample, SplitMix.Derive(run.Seed, (2 * (ulong)round) + 1));
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

        int kept = later is null || options.Patience == 0 ? trees.Count : later.BestRounds;
        return new TreeModel(training.Schema, bins, [.. trees.Take(kept)], bias);
    }
}

/// <summary>
/// Finds the number of rounds on the last part of the training rows (by time key, else by row order), then learns that many rounds from
/// all of them: early stopping without giving up the newest cases.
/// </summary>
/// <param name="settings">Settings of the trees; <see cref="TreeOptions.Rounds"/> is the upper limit.</param>
/// <param name="lastShare">Share of rows kept aside to find the number of rounds; in (0, 0.5].</param>
public sealed class StoppedTreeLearner(TreeOptions settings, double lastShare = 0.2) : ILearner
{
    /// <inheritdoc/>
    public string Kind => TreeModel.KindName;

    /// <inheritdoc/>
    public bool KeepsDirections => true;

    /// <inheritdoc/>
    public IModel Train(FeatureTable training, FeatureTable? validation, TrainingOptions options, CancellationToken cancellationToken)
    {
        if (validation is not null)
        {
            return new TreeLearner(settings).Train(training, validation, options, cancellationToken);
        }

        (FeatureTable early, FeatureTable late) = Split(training, lastShare);
        TreeModel stopped = new TreeLearner(settings).TrainTrees(early, late, options, cancellationToken);
        TreeOptions all = settings with { Rounds = Math.Max(1, stopped.TreeCount), Patience = 0 };
        return new TreeLearner(all).Train(training, null, options, cancellationToken);
    }

    /// <summary>The earlier and the last rows by time key, else by row order.</summary>
    internal static (FeatureTable Early, FeatureTable Late) Split(FeatureTable training, double lastShare)
    {
        int[] order = [.. Enumerable.Range(0, training.RowCount)];
        if (!training.TimeKeys.IsEmpty)
        {
            int[] keys = training.TimeKeys.ToArray();
            order = [.. order.OrderBy(r => keys[r])];
        }

        int first = (int)(order.Length * (1 - lastShare));
        return (training.Take(order.AsSpan(0, first)), training.Take(order.AsSpan(first)));
    }
}

/// <summary>Log loss on later rows after every round, to know when to stop.</summary>
internal sealed class ValidationLoss(FeatureTable table, BinnedTable binned, ParallelOptions parallel)
{
    private const int Chunk = 16_384;

    private readonly double[] _margins = new double[table.RowCount];
    private readonly byte[] _labels = table.Labels.ToArray();
    private double _best = double.PositiveInfinity;

    /// <summary>Rounds of the best loss so far.</summary>
    public int BestRounds { get; private set; }

    public void Start(double bias) => _margins.AsSpan().Fill(bias);

    /// <summary>Adds a tree and notes whether the loss fell.</summary>
    public void Add(Tree tree, int rounds)
    {
        int chunks = (_margins.Length + Chunk - 1) / Chunk;
        double[] losses = new double[chunks];
        Parallel.For(0, chunks, parallel, c =>
        {
            double loss = 0;
            for (int i = c * Chunk; i < Math.Min((c + 1) * Chunk, _margins.Length); i++)
            {
                _margins[i] += tree.Predict(binned.Columns, i);
                loss += table.WeightOf(i) * LogOdds.SoftPlus(_labels[i] == 1 ? -_margins[i] : _margins[i]);
            }

            losses[c] = loss;
        });

        double sum = losses.Sum();
        if (sum < _best - 1e-12)
        {
            _best = sum;
            BestRounds = rounds;
        }
    }
}
