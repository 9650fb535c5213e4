using System.Globalization;
using Complaints.Measures.Reconciling;

namespace Complaints.Measures.Output;

/// <summary>A reconciliation as plain text, for people.</summary>
public static class ReconcileText
{
    /// <summary>The text; no line is wrapped.</summary>
    public static string Of(Reconciliation reconciliation)
    {
        ArgumentNullException.ThrowIfNull(reconciliation);
        return string.Concat(Lines(reconciliation).Select(line => line.TrimEnd() + "\n"));
    }

    private static IEnumerable<string> Lines(Reconciliation reconciliation)
    {
        foreach (ReconciledFigure figure in reconciliation.Figures)
        {
            foreach (string line in Figure(figure))
            {
                yield return line;
            }
        }

        foreach (SetFinding finding in reconciliation.Sets)
        {
            yield return $"Set '{finding.Set}': {finding.Cause.Words} [{finding.Cause.Id}]: {finding.Words}.";
        }

        if (reconciliation.Sets.Count > 0)
        {
            yield return "";
        }

        yield return Summary(reconciliation);
        if (reconciliation.HasRowsHeldBack)
        {
            yield return "Rows are held back that could belong to these figures: see 'complaints quarantine list'.";
        }
    }

    private static IEnumerable<string> Figure(ReconciledFigure figure)
    {
        PrintedFigure printed = figure.Printed;
        string of = printed.Numerator is null && printed.Denominator is null
            ? ""
            : $" ({Of(printed.Numerator)} of {Of(printed.Denominator)})";
        yield return $"line {Line(printed.Line)}: {printed.Whose} {printed.Name}, {printed.Period.Words}: printed {printed.Value.Text}{of}";
        if (figure.Defined is string defined)
        {
            yield return $"    the measure gives {defined} ({ReconcileWords.Counts(figure.Numerator, figure.Denominator)})";
        }

        switch (figure.Outcome)
        {
            case ReconcileOutcome.AsDefined:
                yield return "    as defined";
                break;
            case ReconcileOutcome.Unexplained:
                yield return "    no way that was tried gives it"
                    + (figure.Nearest is NearestValue near ? $"; nearest is {Nearest(near)}" : "");
                break;
            case ReconcileOutcome.CountsUnexplained:
                yield return "    the value comes about as below; no way that was tried gives the numbers beside it";
                break;
        }

        foreach (PrintedExplanation explanation in figure.Explanations.Where(explanation => explanation.Causes.Count > 0
            || figure.Outcome != ReconcileOutcome.AsDefined))
        {
            yield return $"    {(figure.Explanations.Count > 1 ? "either " : "")}{Explained(explanation)}";
        }

        foreach (string note in figure.Notes)
        {
            yield return $"    {note}";
        }

        yield return "";
    }

    private static string Explained(PrintedExplanation explanation)
    {
        string words = explanation.Causes.Count == 0 ? "as defined" : string.Join(", ", explanation.Causes.Select(cause => cause.Words));
        string counts = string.Join("; ", explanation.Readings.Select(reading =>
            ReconcileWords.Counts(reading.Numerator, reading.Denominator) + (reading.Days.Length == 0 ? "" : $", {reading.Days}")));
        return $"{words} [{ReconcileWords.Ids(explanation.Causes)}]: {counts}";
    }

    private static string Nearest(NearestValue near) =>
        $"{near.Value} ({ReconcileWords.Counts(near.Reading.Numerator, near.Reading.Denominator)}"
        + $"{(near.Reading.Days.Length == 0 ? "" : $", {near.Reading.Days}")}; {ReconcileWords.Ids(near.Causes)}), "
        + $"off by {ReconcileWords.Number(near.OffBy)}";

    private static string Summary(Reconciliation reconciliation)
    {
        int Count(params ReconcileOutcome[] outcomes) => reconciliation.Figures.Count(figure => outcomes.Contains(figure.Outcome));
        return $"{reconciliation.Figures.Count} printed figures: {Count(ReconcileOutcome.AsDefined)} as defined, "
            + $"{Count(ReconcileOutcome.Explained)} explained, "
            + $"{Count(ReconcileOutcome.Unexplained, ReconcileOutcome.CountsUnexplained)} not, "
            + $"{Count(ReconcileOutcome.NoMeasure)} without a measure, {Count(ReconcileOutcome.NothingToCompare)} with nothing to compare; "
            + $"as known after load {reconciliation.KnownAtLoad.ToString(CultureInfo.InvariantCulture)}.";
    }

    private static string Of(decimal? number) => number is null ? "?" : ReconcileWords.Number(number);

    private static string Line(long line) => line.ToString(CultureInfo.InvariantCulture);
}
