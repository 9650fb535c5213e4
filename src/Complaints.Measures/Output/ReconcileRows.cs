using System.Globalization;
using Complaints.Domain.Text;
using Complaints.Measures.Reconciling;

namespace Complaints.Measures.Output;

/// <summary>A reconciliation for programs: as values for JSON, and as CSV with a line for each explanation.</summary>
public static class ReconcileRows
{
    private static readonly string[] s_header =
    [
        "line", "landlord_code", "measure", "period", "filters", "value_as_printed", "set",
        "outcome", "defined", "numerator", "denominator",
        "causes", "explained_numerator", "explained_denominator", "explained_days", "off_by", "notes",
    ];

    /// <summary>The values, named as JSON names them.</summary>
    public static object Values(Reconciliation reconciliation)
    {
        ArgumentNullException.ThrowIfNull(reconciliation);
        return new
        {
            Figures = reconciliation.Figures.Select(Value),
            Sets = reconciliation.Sets.Select(finding => new { finding.Set, Cause = finding.Cause.Id, finding.Words }),
            Causes = reconciliation.Figures
                .SelectMany(figure => figure.Explanations
                    .SelectMany(explanation => explanation.Causes)
                    .Concat(figure.Nearest?.Causes ?? []))
                .Concat(reconciliation.Sets.Select(finding => finding.Cause))
                .DistinctBy(cause => cause.Id)
                .ToDictionary(cause => cause.Id, cause => cause.Words, StringComparer.Ordinal),
            reconciliation.HasRowsHeldBack,
            reconciliation.KnownAtLoad,
        };
    }

    /// <summary>The lines of the CSV, the header first.</summary>
    public static IEnumerable<string> Csv(Reconciliation reconciliation)
    {
        ArgumentNullException.ThrowIfNull(reconciliation);
        return [CsvLine.Of(s_header), .. reconciliation.Figures.SelectMany(Lines)];
    }

    private static object Value(ReconciledFigure figure) => new
    {
        figure.Printed.Line,
        LandlordCode = figure.Printed.Whose,
        figure.Printed.Measure,
        Period = figure.Printed.Period.Words,
        Filters = figure.Printed.Filters.ToDictionary(filter => filter.Dimension, filter => filter.Values, StringComparer.Ordinal),
        ValueAsPrinted = figure.Printed.Value.Text,
        PrintedNumerator = figure.Printed.Numerator,
        PrintedDenominator = figure.Printed.Denominator,
        figure.Printed.Set,
        figure.Printed.Note,
        Outcome = ReconcileWords.Word(figure.Outcome),
        figure.Defined,
        figure.Numerator,
        figure.Denominator,
        Explanations = figure.Explanations.Select(explanation => new
        {
            Causes = explanation.Causes.Select(cause => cause.Id),
            explanation.Readings,
        }),
        Nearest = figure.Nearest is NearestValue near
            ? new { Causes = near.Causes.Select(cause => cause.Id), near.Reading, near.Value, near.OffBy }
            : null,
        figure.Notes,
    };

    private static IEnumerable<string> Lines(ReconciledFigure figure)
    {
        IEnumerable<(IReadOnlyList<Cause> Causes, CountedReading? Reading, decimal? OffBy)> found =
        [
            .. figure.Explanations.SelectMany(explanation =>
                explanation.Readings.Select(reading => (explanation.Causes, (CountedReading?)reading, (decimal?)null))),
            .. figure.Nearest is NearestValue near
                ? [(near.Causes, (CountedReading?)near.Reading, (decimal?)near.OffBy)]
                : Array.Empty<(IReadOnlyList<Cause>, CountedReading?, decimal?)>(),
        ];
        return found.DefaultIfEmpty(([], null, null)).Select(one => Line(figure, one.Causes, one.Reading, one.OffBy));
    }

    private static string Line(ReconciledFigure figure, IReadOnlyList<Cause> causes, CountedReading? reading, decimal? offBy) => CsvLine.Of(
    [
        figure.Printed.Line.ToString(CultureInfo.InvariantCulture),
        figure.Printed.Whose,
        figure.Printed.Measure,
        figure.Printed.Period.Words,
        string.Join("; ", figure.Printed.Filters.Select(filter => $"{filter.Dimension}={string.Join('|', filter.Values)}")),
        figure.Printed.Value.Text,
        figure.Printed.Set ?? "",
        ReconcileWords.Word(figure.Outcome),
        figure.Defined ?? "",
        ReconcileWords.Number(figure.Numerator),
        ReconcileWords.Number(figure.Denominator),
        string.Join('+', causes.Select(cause => cause.Id)),
        ReconcileWords.Number(reading?.Numerator),
        ReconcileWords.Number(reading?.Denominator),
        reading?.Days ?? "",
        ReconcileWords.Number(offBy),
        string.Join(' ', figure.Notes),
    ]);
}
