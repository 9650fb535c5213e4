using Complaints.Domain.Figures;

namespace Complaints.Measures.Comparators;

/// <summary>Finds a landlord's place among those that a comparator counts.</summary>
internal static class Standings
{
    /// <param name="measure">What is compared.</param>
    /// <param name="landlord">The landlord.</param>
    /// <param name="published">What the publisher has of every landlord.</param>
    /// <param name="counted">Of them, those that count.</param>
    internal static Standing Of(
        PublishedMeasure measure, string landlord, IReadOnlyList<PublishedValue> published, IReadOnlyList<PublishedValue> counted)
    {
        PublishedValue? own = published.FirstOrDefault(value => value.Landlord == landlord);
        var standing = new Standing { Landlord = landlord, Of = counted.Count };
        if (own?.Rate is not Rate rate)
        {
            return standing with { WhyNot = own is null ? "no figure of it was published" : "its figure was published without numbers" };
        }

        standing = standing with
        {
            Value = rate.Times(measure.Factor),
            Display = rate.Display(measure.Rounding, measure.DecimalPlaces, measure.Factor),
        };
        List<Rate> rates = [.. counted.Select(value => value.Rate!.Value)];
        return rate.IsUndefined ? standing with { WhyNot = "its denominator is zero" }
            : !counted.Contains(own) ? standing with { WhyNot = "it is not among the landlords that count" }
            : standing with { Rank = 1 + rates.Count(other => other.CompareTo(rate) > 0), Quarter = Quarter(rates, rate) };
    }

    private static int Quarter(List<Rate> rates, Rate own) =>
        1 + ((decimal[])[0.25m, 0.5m, 0.75m]).Count(p => own.CompareTo(Quantiles.Inclusive(rates, p)) > 0);
}
