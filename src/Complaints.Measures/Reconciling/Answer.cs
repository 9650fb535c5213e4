using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Reconciling;

/// <summary>Puts together what was found of a figure.</summary>
internal static class Answer
{
    /// <summary>A figure whose readings were searched.</summary>
    internal static ReconciledFigure Of(FigureReadings figure, IReadOnlyList<Fit> fits, IEnumerable<string> notes) => new()
    {
        Printed = figure.Printed,
        Outcome = fits.Count == 0 ? ReconcileOutcome.Unexplained
            : !fits[0].HasCounts ? ReconcileOutcome.CountsUnexplained
            : fits[0].Causes.Count == 0 ? ReconcileOutcome.AsDefined
            : ReconcileOutcome.Explained,
        Defined = figure.Defined?.Counts.Display(figure.Printed.Value.Places),
        Numerator = figure.Defined?.Counts.Numerator,
        Denominator = figure.Defined?.Counts.Denominator,
        Explanations =
        [
            .. fits
                .GroupBy(fit => string.Join('+', fit.Causes.Select(cause => cause.Id)), StringComparer.Ordinal)
                .Select(same => new PrintedExplanation(same.First().Causes, [.. same.Select(fit => Counted(fit.Reading))])),
        ],
        Nearest = fits.Count == 0 ? Near(figure.Printed.Value, figure.All, Counted) : null,
        Notes =
        [
            .. PrintedArithmetic.Notes(figure.Printed, figure.Measure),
            .. notes,
            .. figure.IsCutShort ? ["There are more ways of counting it than are tried."] : Array.Empty<string>(),
        ],
    };

    /// <summary>A figure of which there is nothing to search.</summary>
    internal static ReconciledFigure Of(
        PrintedFigure printed, ReconcileOutcome outcome, MeasureDefinition? measure, params string[] notes) => new()
    {
        Printed = printed,
        Outcome = outcome,
        Notes = [.. notes, .. PrintedArithmetic.Notes(printed, measure)],
    };

    /// <summary>What comes nearest to a printed value; null where no reading can.</summary>
    /// <param name="printed">The value.</param>
    /// <param name="readings">The readings.</param>
    /// <param name="counted">How what was counted is told.</param>
    internal static NearestValue? Near(PrintedNumber printed, IEnumerable<Reading> readings, Func<Reading, CountedReading> counted)
    {
        if (FigureSearch.Nearest(printed, readings) is not Reading nearest)
        {
            return null;
        }

        Counts counts = nearest.Counts;
        decimal value = counts.Rate.Round(Domain.Figures.RoundingMode.HalfUp, printed.Places, counts.Factor)!.Value;
        return new NearestValue(nearest.Causes, counted(nearest), counts.Display(printed.Places), printed.Value - value);
    }

    private static CountedReading Counted(Reading reading) => new(reading.Counts.Numerator, reading.Counts.Denominator, reading.Words);
}
