using Complaints.Learning.Evaluation;
using Complaints.Learning.Table;

namespace Complaints.Learning.Trees;

/// <summary>
/// Loss on later rows after every round, to know when to stop. It is the levelled one: where the base rate fell or rose, every tree makes
/// the plain log loss worse at first, though it ranks better, and training would stop at once.
/// </summary>
internal sealed class ValidationLoss(FeatureTable table, BinnedTable binned, ParallelOptions parallel)
{
    private const int Chunk = 16_384;

    private readonly double[] _margins = new double[table.RowCount];
    private double _shift;
    private double _best = double.PositiveInfinity;

    /// <summary>Rounds of the best loss so far.</summary>
    public int BestRounds { get; private set; }

    public void Start(double bias) => _margins.AsSpan().Fill(bias);

    /// <summary>Adds a tree and notes whether the loss fell.</summary>
    public void Add(Tree tree, int rounds)
    {
        Parallel.For(0, (_margins.Length + Chunk - 1) / Chunk, parallel, c =>
        {
            for (int i = c * Chunk; i < Math.Min((c + 1) * Chunk, _margins.Length); i++)
            {
                _margins[i] += tree.Predict(binned.Columns, i);
            }
        });

        double loss = LevelledLoss.Of(_margins, table, ref _shift, parallel);
        if (loss < _best - 1e-12)
        {
            _best = loss;
            BestRounds = rounds;
        }
    }
}
