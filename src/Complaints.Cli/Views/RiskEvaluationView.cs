using System.Collections.Immutable;
using System.Globalization;
using Complaints.Cli.CommandLine;
using Complaints.Learning.Evaluation;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Training;
using Spectre.Console;

namespace Complaints.Cli.Views;

/// <summary>Shows an evaluation: every figure with its interval, beside the base rate, the rule and logistic regression.</summary>
internal static class RiskEvaluationView
{
    private const int SliceLines = 12;

    public static void Write(Terminal terminal, RegisteredModel model, OutputFormat format)
    {
        EscalationEvaluation evaluation = model.Evaluation!.Evaluation;
        if (format == OutputFormat.Json)
        {
            terminal.Out.WriteLine(
                MachineJson.Text(
                    new
                    {
                        model.Manifest.Version,
                        model.Evaluation.EvaluatedAt,
                        model.Evaluation.Number,
                        evaluation.IsPromotable,
                        evaluation.Verdict,
                        Evaluation = evaluation,
                    }));
        }
        else
        {
            WriteTables(terminal.Display, model.Manifest, evaluation);
        }
    }

    /// <summary>The figures of the model in use at the response.</summary>
    public static EvaluationReport InUse(EscalationEvaluation evaluation) => evaluation.Of(evaluation.InUse, PointKind.Response);

    private static void WriteTables(IAnsiConsole display, ModelManifest manifest, EscalationEvaluation evaluation)
    {
        display.WriteLine($"Model {manifest.Version}, judged on later months; in brackets 95 % bootstrap intervals over households.");
        foreach (PointKind kind in evaluation.Models.Select(m => m.Kind).Distinct().OrderDescending())
        {
            Models(display, evaluation, kind);
        }

        NotJudged(display, evaluation);
        Reliability(display, evaluation.InUse, InUse(evaluation));
        Waiting(display, evaluation);
        Workload(display, evaluation);
        Slices(display, evaluation);
        display.MarkupLine($"[{(evaluation.IsPromotable ? "green" : "yellow")}]{evaluation.Verdict.EscapeMarkup()}[/]");
        display.WriteLine($"Over logistic regression: {evaluation.OverLogistic}.");
    }

    private static void Models(IAnsiConsole display, EscalationEvaluation evaluation, PointKind kind)
    {
        ModelFigures[] models = [.. evaluation.Models.Where(m => m.Kind == kind)];
        display.WriteLine(Invariant(
            $"{Words(kind)}, {Months(models[0].Months)}: {models[0].Figures.Rows:N0} moments, {models[0].Figures.Positives:N0} escalated"));
        Table table = new Table().Border(TableBorder.Simple).AddColumns(
            "model",
            "ROC-AUC",
            "PR-AUC",
            "Brier",
            "calibration error",
            "recall top 5 / 10 / 20 %",
            "precision top 5 / 10 / 20 %",
            "lift top 5 / 10 / 20 %");
        foreach (ModelFigures model in models)
        {
            EvaluationReport r = model.Figures;
            string[] cells =
            [
                model.Model,
                $"{r.RocAuc}",
                $"{r.AveragePrecision}",
                Invariant($"{r.Brier.Value:0.0000}"),
                $"{r.CalibrationError}",
                Top(r, t => t.Recall),
                Top(r, t => t.Precision),
                Top(r, t => t.Lift),
            ];
            table.AddRow([.. cells.Select(cell => cell.EscapeMarkup())]);
        }

        display.Write(table);
    }

    private static string Months(ImmutableArray<DateOnly> months) => months.IsEmpty
        ? "months not recorded"
        : Invariant($"{months.Length} {(months.Length == 1 ? "month" : "months")} {months[0]:yyyy-MM} to {months[^1]:yyyy-MM}");

    // What is left out says so: outcomes of open cases are known later than those of answered ones.
    private static void NotJudged(IAnsiConsole display, EscalationEvaluation evaluation)
    {
        foreach (PointKind kind in Enum.GetValues<PointKind>().Where(kind => evaluation.Models.All(m => m.Kind != kind)))
        {
            display.WriteLine($"{Words(kind)}: not judged. No month has enough known escalations before it and known outcomes in it.");
        }
    }

    private static void Waiting(IAnsiConsole display, EscalationEvaluation evaluation)
    {
        if (!evaluation.Waiting.IsEmpty)
        {
            display.WriteLine("Answered cases by days since the response, predicted|observed:");
            display.WriteLine($"  {string.Join("  ", evaluation.Waiting.Select(Waited))}");
        }
    }

    private static string Waited(WaitingFigures w)
    {
        string days = w.FromDay == w.ToDay ? Invariant($"{w.FromDay}") : Invariant($"{w.FromDay}–{w.ToDay}");
        return Invariant($"{days}: {w.MeanProbability:0.000}|{w.ObservedRate:0.000}");
    }

    private static string Top(EvaluationReport report, Func<TopShareIntervals, Interval> figure) =>
        string.Join(" / ", report.Top.Select(t => Invariant($"{figure(t).Value:0.00}")));

    private static void Reliability(IAnsiConsole display, string model, EvaluationReport figures)
    {
        display.WriteLine($"{char.ToUpperInvariant(model[0])}{model[1..]} at the response, predicted against observed, tenths of the cases from the least to the most likely:");
        display.WriteLine(
            "  " + string.Join("  ", figures.Reliability.Select(bin => Invariant($"{bin.MeanProbability:0.00}|{bin.ObservedRate:0.00}"))));
    }

    private static void Workload(IAnsiConsole display, EscalationEvaluation evaluation)
    {
        display.WriteLine("Calls a week, calling the likeliest at the response:");
        foreach (Workload workload in evaluation.Workloads)
        {
            display.WriteLine(Invariant(
                $"  {workload.CallsAWeek,6:0.0} calls a week find {workload.Recall:0 %} of the escalations; {workload.Precision:0 %} of the called escalate (from probability {workload.Threshold:0.00})"));
        }
    }

    private static void Slices(IAnsiConsole display, EscalationEvaluation evaluation)
    {
        Table table = new Table()
            .Border(TableBorder.Simple)
            .AddColumns("by", "value", "cases", "escalated", "predicted", "ROC-AUC", "calibration error");
        SliceFigures[] shown =
        [
            .. evaluation.Slices.GroupBy(slice => slice.By).SelectMany(by => by.OrderByDescending(slice => slice.Cases).Take(SliceLines)),
        ];
        foreach (SliceFigures slice in shown)
        {
            string[] cells =
            [
                slice.By,
                slice.Value.Length == 0 ? "(not recorded)" : slice.Value,
                Invariant($"{slice.Cases:N0}"),
                Invariant($"{slice.Escalated:N0}"),
                Invariant($"{slice.MeanProbability:0.000}"),
                slice.RocAuc?.ToString() ?? "too few",
                slice.CalibrationError?.ToString() ?? "too few",
            ];
            table.AddRow([.. cells.Select(cell => cell.EscapeMarkup())]);
        }

        display.Write(table);
        if (shown.Length < evaluation.Slices.Length)
        {
            display.WriteLine(Invariant($"The {SliceLines} largest of each; {evaluation.Slices.Length - shown.Length:N0} more with --format json."));
        }
    }

    private static string Words(PointKind kind) => kind switch
    {
        PointKind.Acknowledgement => "At the acknowledgement",
        PointKind.WeekOpen => "At each week open",
        _ => "At the stage 1 response",
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
