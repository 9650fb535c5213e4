using System.Globalization;
using Complaints.Domain;
using Complaints.Domain.Figures;
using Complaints.Measures.Comparators;

namespace Complaints.Measures.Reconciling;

/// <summary>
/// Finds what a printed figure of the sector is: the median of what landlords published, as comparators here are, or a mean that is called
/// the same, over all landlords or those whose value is not 0 (docs/domain.md §5.1).
/// </summary>
internal static class SectorSearch
{
    /// <summary>The answer, from the rates that landlords published.</summary>
    /// <param name="printed">The figure.</param>
    /// <param name="measure">Its measure.</param>
    /// <param name="published">The rates of each frame, the printed one's first; none is undefined.</param>
    internal static ReconciledFigure Of(
        PrintedFigure printed, PublishedMeasure measure, IReadOnlyList<(SectorFrame Frame, IReadOnlyList<Rate> Rates)> published)
    {
        int factor = printed.Value.Mark == PrintedMark.Percent ? 100 : measure.Factor;
        List<Reading> readings = [.. published.SelectMany(one => Readings(one.Frame, one.Rates, factor))];
        Reading? defined = readings.Find(reading => reading.Causes.Count == 0);
        List<Fit> fits =
        [
            .. readings
                .Select(reading => (Reading: reading, Rounded: PrintedRounding.Of(printed.Value, reading.Counts)))
                .Where(one => one.Rounded is not null)
                .Select(one => new Fit(one.Reading, Causes.InOrder(one.Reading.Causes.Concat(one.Rounded!)), HasCounts: true))
                .Where(fit => fit.Causes.Count <= Limits.ReconciledDeviations),
        ];
        int fewest = fits.Count == 0 ? 0 : fits.Min(fit => fit.Causes.Count);
        return new ReconciledFigure
        {
            Printed = printed,
            Outcome = readings.Count == 0 ? ReconcileOutcome.NothingToCompare
                : fits.Count == 0 ? ReconcileOutcome.Unexplained
                : fewest == 0 ? ReconcileOutcome.AsDefined
                : ReconcileOutcome.Explained,
            Defined = defined?.Counts.Display(printed.Value.Places),
            Explanations =
            [
                .. fits.Where(fit => fit.Causes.Count == fewest).Select(fit => new PrintedExplanation(fit.Causes, [Counted(fit.Reading)])),
            ],
            Nearest = fits.Count == 0 ? Answer.Near(printed.Value, readings, Counted) : null,
            Notes = readings.Count > 0 ? [] : ["No published figures of the sector are loaded for it."],
        };
    }

    private static IEnumerable<Reading> Readings(SectorFrame frame, IReadOnlyList<Rate> rates, int factor)
    {
        (string? Cause, Rate[] Rates)[] kept = [(null, [.. rates]), ("zeros_dropped", [.. rates.Where(rate => rate.Numerator != 0)])];
        foreach ((string? zeros, Rate[] of) in kept)
        {
            if (of.Length == 0)
            {
                continue;
            }

            string words = string.Create(CultureInfo.InvariantCulture, $"{of.Length} landlords");
            (string? Cause, Rate Value)[] taken = [(null, Quantiles.Inclusive(of, 0.5m)), ("mean", Mean(of)), ("pooled", Pooled(of))];
            foreach ((string? statistic, Rate value) in taken)
            {
                IReadOnlyList<Cause> causes =
                    Causes.InOrder(frame.Causes.Concat(new[] { zeros, statistic }.OfType<string>().Select(Causes.Find)));
                string key = string.Join('+', causes.Select(cause => cause.Id));
                yield return new Reading(key, causes, new Counts(value.Numerator, value.Denominator, factor), words);
            }
        }
    }

    private static Rate Mean(Rate[] rates) => new(rates.Average(rate => rate.Times(1)!.Value), 1m);

    private static Rate Pooled(Rate[] rates) => new(rates.Sum(rate => rate.Numerator), rates.Sum(rate => rate.Denominator));

    // Numerator and denominator of a median are no landlord's; its value is told.
    private static CountedReading Counted(Reading reading) => new(decimal.Round(reading.Counts.Value!.Value, 4), null, reading.Words);
}
