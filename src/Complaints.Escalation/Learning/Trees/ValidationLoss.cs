using Complaints.Escalation.Table;

namespace Complaints.Escalation.Learning.Trees;

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
