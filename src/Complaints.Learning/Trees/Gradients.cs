using System.Runtime.Intrinsics;

namespace Complaints.Learning.Trees;

/// <summary>
/// First and second derivatives of the log loss, as whole numbers packed into one 64-bit word per row (first derivative above, second
/// below). Sums of whole numbers do not depend on the order of adding, so a model is the same for every number of threads, and a
/// histogram cell costs one addition.
/// </summary>
internal sealed class Gradients
{
    private const int Chunk = 16_384;
    private const double Room = 1L << 30;

    private readonly double[] _g;
    private readonly double[] _h;

    public Gradients(int rows)
    {
        _g = new double[rows];
        _h = new double[rows];
        Packed = new long[rows];
    }

    /// <summary>The packed derivatives by row.</summary>
    public long[] Packed { get; }

    /// <summary>Multiply a whole first derivative by this.</summary>
    public double UnitG { get; private set; }

    /// <summary>Multiply a whole second derivative by this.</summary>
    public double UnitH { get; private set; }

    public static long G(long packed) => packed >> 32;

    public static long H(long packed) => packed & 0xFFFF_FFFFL;

    public void Update(double[] margins, ReadOnlyMemory<byte> labels, float[]? weights, ParallelOptions parallel)
    {
        int chunks = (margins.Length + Chunk - 1) / Chunk;
        double[] sumG = new double[chunks];
        double[] sumH = new double[chunks];
        Parallel.For(0, chunks, parallel, c =>
        {
            int from = c * Chunk;
            int to = Math.Min(from + Chunk, margins.Length);
            (sumG[c], sumH[c]) = Derive(margins, labels.Span, weights, from, to);
        });

        // Added in the order of the chunks, whoever computed them, and a power of two, so that the last bits of the sum do not matter.
        double scaleG = Scale(sumG.Sum());
        double scaleH = Scale(sumH.Sum());
        UnitG = 1 / scaleG;
        UnitH = 1 / scaleH;
        Parallel.For(0, chunks, parallel, c => Pack(c * Chunk, Math.Min((c + 1) * Chunk, margins.Length), scaleG, scaleH));
    }

    private static double Scale(double sum) => Math.ScaleB(1, Math.ILogB(Room / Math.Max(sum, 1e-300)));

    private (double AbsG, double H) Derive(double[] margins, ReadOnlySpan<byte> labels, float[]? weights, int from, int to)
    {
        Exponentials(margins, from, to);
        double absG = 0;
        double sumH = 0;
        for (int i = from; i < to; i++)
        {
            double p = 1 / (1 + _g[i]);
            double weight = weights is null ? 1 : weights[i];
            double g = weight * (p - labels[i]);
            double h = weight * p * (1 - p);
            _g[i] = g;
            _h[i] = h;
            absG += Math.Abs(g);
            sumH += h;
        }

        return (absG, sumH);
    }

    // e^−margin into the first-derivative array; chunks start at multiples of four, so a row's value never depends on who computes it.
    private void Exponentials(double[] margins, int from, int to)
    {
        int i = from;
        for (; i + Vector256<double>.Count <= to; i += Vector256<double>.Count)
        {
            Vector256.Exp(-Vector256.Create(margins, i)).CopyTo(_g, i);
        }

        for (; i < to; i++)
        {
            _g[i] = Math.Exp(-margins[i]);
        }
    }

    private void Pack(int from, int to, double scaleG, double scaleH)
    {
        unchecked
        {
            for (int i = from; i < to; i++)
            {
                long g = (long)Math.Round(_g[i] * scaleG);
                long h = (long)Math.Round(_h[i] * scaleH);
                Packed[i] = (g << 32) + h;
            }
        }
    }
}
