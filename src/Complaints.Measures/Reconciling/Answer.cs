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
        Nearest = fits.Count == 0 && FigureSearch.Nearest(figure) is Reading nearest ? Near(figure, nearest) : null,
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

    private static NearestValue Near(FigureReadings figure, Reading reading)
    {
        int places = figure.Printed.Value.Places;
        decimal value = reading.Counts.Rate.Round(Domain.Figures.RoundingMode.HalfUp, places, reading.Counts.Factor)!.Value;
        return new NearestValue(reading.Causes, Counted(reading), reading.Counts.Display(places), figure.Printed.Value.Value - value);
    }

    private static CountedReading Counted(Reading reading) => new(reading.Counts.Numerator, reading.Counts.Denominator, reading.Words);
}
