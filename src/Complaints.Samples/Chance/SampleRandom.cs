using System.Numerics;
using System.Text;

namespace Complaints.Samples.Chance;

/// <summary>
/// A source of chance that gives the same numbers on every machine and every version of .NET (xoshiro256**, seeded by SplitMix64): a
/// sample is made again from its seed alone.
/// </summary>
internal sealed class SampleRandom
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    private SampleRandom(ulong state)
    {
        _a = Split(ref state);
        _b = Split(ref state);
        _c = Split(ref state);
        _d = Split(ref state);
    }

    /// <summary>A stream of its own for a purpose, so that a change in one part of a sample leaves the others as they are.</summary>
    public static SampleRandom For(long seed, string purpose)
    {
        ulong state = unchecked((ulong)seed) ^ 0x9E3779B97F4A7C15UL;
        foreach (byte letter in Encoding.UTF8.GetBytes(purpose))
        {
            state = unchecked((state ^ letter) * 0x100000001B3UL);
        }

        return new SampleRandom(state);
    }

    /// <summary>64 random bits.</summary>
    public ulong Bits()
    {
        unchecked
        {
            ulong result = BitOperations.RotateLeft(_b * 5, 7) * 9;
            ulong shifted = _b << 17;
            _c ^= _a;
            _d ^= _b;
            _b ^= _c;
            _a ^= _d;
            _c ^= shifted;
            _d = BitOperations.RotateLeft(_d, 45);
            return result;
        }
    }

    /// <summary>A number from 0, included, to 1, excluded.</summary>
    public double Unit() => (Bits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from 0 to <paramref name="count"/> − 1.</summary>
    public int Below(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return (int)Math.BigMul(Bits(), (ulong)count, out _);
    }

    /// <summary>A whole number from <paramref name="from"/> to <paramref name="to"/>, both included.</summary>
    public int Between(int from, int to) => from + Below(to - from + 1);

    /// <summary>True with a probability.</summary>
    public bool Chance(double probability) => Unit() < probability;

    /// <summary>Failures before the first success: 0, 1, 2 … with the given mean, never more than <paramref name="most"/>.</summary>
    public int Geometric(double mean, int most)
    {
        double success = 1 / (1 + mean);
        int count = 0;
        while (count < most && !Chance(success))
        {
            count++;
        }

        return count;
    }

    /// <summary>A Poisson count; the mean must be small (it is drawn by multiplication).</summary>
    public int Poisson(double mean)
    {
        int count = 0;
        for (double rest = mean; rest > 0; rest -= 30)
        {
            double limit = Math.Exp(-Math.Min(rest, 30));
            for (double product = Unit(); product > limit; product *= Unit())
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>One of the items, each as likely as the others.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>Puts the items in a random order.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int other = Below(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    private static ulong Split(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15UL;
            ulong z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
