using Complaints.Learning.Table;

namespace Complaints.Learning.Evaluation;

/// <summary>
/// Log loss once the margins are moved by one constant to the rows' own base rate: it tells how well later rows are told apart, whatever
/// became of the rate meanwhile. The level is the calibration's business.
/// </summary>
internal static class LevelledLoss
{
    private const int Chunk = 16_384;
    private const int MostSteps = 20;

    /// <summary>The mean loss of labelled rows.</summary>
    /// <param name="margins">By row.</param>
    /// <param name="table">Labels and weights.</param>
    /// <param name="shift">Where to look for the constant first; the constant found.</param>
    /// <param name="parallel">Threads; the figure does not depend on them.</param>
    public static double Of(double[] margins, FeatureTable table, ref double shift, ParallelOptions parallel)
    {
        // Newton's method: the slope is the sum of residuals, the curvature that of p(1 − p).
        for (int step = 0; ; step++)
        {
            Sums sums = Look(margins, table, shift, parallel);
            double move = sums.Curvature > 1e-12 ? Math.Clamp(-sums.Slope / sums.Curvature, -2, 2) : 0;
            if (Math.Abs(move) < 1e-6 || step == MostSteps)
            {
                return sums.Loss / sums.Weight;
            }

            shift = Math.Clamp(shift + move, -30, 30);
        }
    }

    /// <summary>The mean loss of labelled rows.</summary>
    public static double Of(double[] margins, FeatureTable table)
    {
        double shift = 0;
        return Of(margins, table, ref shift, new ParallelOptions { MaxDegreeOfParallelism = 1 });
    }

    /// <summary>The constant that moves the margins to the rows' own base rate.</summary>
    public static double ShiftOf(double[] margins, FeatureTable table)
    {
        double shift = 0;
        Of(margins, table, ref shift, new ParallelOptions { MaxDegreeOfParallelism = 1 });
        return shift;
    }

    private static Sums Look(double[] margins, FeatureTable table, double shift, ParallelOptions parallel)
    {
        Sums[] parts = new Sums[(margins.Length + Chunk - 1) / Chunk];
        Parallel.For(0, parts.Length, parallel, c =>
        {
            Sums sums = default;
            for (int i = c * Chunk; i < Math.Min((c + 1) * Chunk, margins.Length); i++)
            {
                double weight = table.WeightOf(i);
                double margin = margins[i] + shift;
                byte label = table.Labels[i];
                double p = LogOdds.ToProbability(margin);
                sums += new Sums(
                    weight, weight * LogOdds.SoftPlus(label == 1 ? -margin : margin), weight * (p - label), weight * p * (1 - p));
            }

            parts[c] = sums;
        });

        // Added up in order, whichever thread was first.
        return parts.Aggregate(default(Sums), (all, part) => all + part);
    }

    private readonly record struct Sums(double Weight, double Loss, double Slope, double Curvature)
    {
        public static Sums operator +(Sums a, Sums b) =>
            new(a.Weight + b.Weight, a.Loss + b.Loss, a.Slope + b.Slope, a.Curvature + b.Curvature);
    }
}
