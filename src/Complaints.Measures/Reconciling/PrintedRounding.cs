using Complaints.Domain.Figures;

namespace Complaints.Measures.Reconciling;

/// <summary>Whether a value by itself comes to its printed places, and how.</summary>
internal static class PrintedRounding
{
    /// <summary>
    /// Nothing where it is rounded half up as every figure here, else how it was brought to its places; null where it cannot have been.
    /// </summary>
    internal static IReadOnlyList<Cause>? Of(PrintedNumber printed, Counts counts)
    {
        if (counts.Rate.Round(RoundingMode.HalfUp, printed.Places, counts.Factor) is not decimal nearest)
        {
            return null;
        }

        decimal cut = counts.Rate.Round(RoundingMode.Truncate, printed.Places, counts.Factor)!.Value;
        return printed.Value == nearest ? []
            : printed.Value != cut ? null
            : [Causes.Find(IsTie(counts, cut, printed.Places) ? "half_to_even" : "truncated")];
    }

    // Exactly half a unit of the last place is left, and what was cut off leaves an even digit.
    private static bool IsTie(Counts counts, decimal cut, int places)
    {
        decimal unit = 1m;
        for (int i = 0; i < places; i++)
        {
            unit /= 10;
        }

        Rate half = new(((2 * cut) + unit) * counts.Rate.Denominator, 2m * counts.Factor);
        return half.CompareTo(new Rate(counts.Numerator, 1m)) == 0 && cut / unit % 2 == 0;
    }
}
