using System.Globalization;
using System.Text;
using Complaints.Domain;
using Complaints.Learning.Evaluation;

namespace Complaints.Learning.Bench;

/// <summary>A bench report as a page of text.</summary>
public static class BenchText
{
    private const double Gap = 0.03;
    private const double TooGood = 0.995;

    /// <summary>Renders a report; figures to three decimals, 95 % intervals in brackets.</summary>
    public static string Render(BenchReport report)
    {
        StringBuilder text = new();
        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

        Line($"Learned from {report.TrainingRows:N0} rows of {report.Options.Time} {report.Options.Train} (rate {report.TrainingRate:0.000}), judged on {report.TestRows:N0} rows of {report.Options.Test} (rate {report.TestRate:0.000}).");
        Line($"Left out: {report.OutsideRows:N0} of neither period, {report.UnlabelledRows:N0} without a label, {report.ExcludedRows:N0} on request.");
        if (report.MalformedRows.Count > 0)
        {
            Line($"Left out: {report.MalformedRows.Told}.");
        }

        Line($"");
        Line($"Columns");
        foreach (ColumnUse column in report.Columns)
        {
            Line($"  {column.Name,-32} {column.Use,-12} {column.Detail}");
        }

        Line($"");
        Line($"Choice within the training period ({report.Options.Repeats} × five folds, and rolling origin by {report.Options.Time}; the labels of the test period played no part)");
        Line($"  {"",2}{"candidate",-58} {"ROC-AUC",8} {"rolling",8} {"PR-AUC",8}");
        foreach (CandidateScore score in report.Candidates)
        {
            Line($"  {(score.Chosen ? "*" : ""),2}{score.Name,-58} {score.CrossValidatedRocAuc,8:0.0000} {score.RollingRocAuc,8:0.0000} {score.CrossValidatedAveragePrecision,8:0.0000}");
        }

        ColumnUse[] again = [.. report.Columns.Where(column => column.ComesAgain)];
        if (again.Length > 0)
        {
            Line($"  Values of {string.Join(", ", again.Select(column => $"'{column.Name}'"))} come again in the test period, as its cells show, not its labels; nothing within training tells what they are worth. The choice was made without, and each model has what they add to the plain logistic regression. Where they name cases, leave them out with --drop.");
        }

        Honesty(report, Line);
        Models(report.Models, m => m.All, $"Test period, all {report.TestRows:N0} rows (rate {report.TestRate:0.000})", Line);
        if (report.Models[0].Ripe is not null)
        {
            Models(report.Models, m => m.Ripe!, $"Test period, the {report.RipeRows:N0} rows whose outcome can be known (rate {report.RipeRate:0.000})", Line);
        }

        Line($"");
        Line($"Chosen model against plain logistic regression, ROC-AUC on all rows: {report.GainOverPlain.Value:+0.000;-0.000;0.000} [{report.GainOverPlain.Low:+0.000;-0.000;0.000}, {report.GainOverPlain.High:+0.000;-0.000;0.000}]");
        Top(report.Chosen.All, Line);
        Calibration(report, Line);
        return text.ToString();
    }

    private static void Honesty(BenchReport report, Action<FormattableString> line)
    {
        if (report.RepeatedRows > 0)
        {
            line($"  {report.RepeatedRows:N0} training rows repeat another one in every feature, running numbers apart; they were kept in one fold with it.");
        }

        if (report.Chosen.All.RocAuc.Value >= TooGood)
        {
            line($"  The chosen model is right nearly always. Look for a column that is filled in with the outcome or after it, and leave it out with --drop.");
        }

        double positives = Math.Round(report.TrainingRows * report.TrainingRate);
        if (Math.Min(positives, report.TrainingRows - positives) < Limits.TrainingPositives)
        {
            line($"  Fewer than {Limits.TrainingPositives} training rows of one outcome: too few to choose by, so the plain logistic regression was kept.");
            return;
        }

        CandidateScore plain = report.Candidates[CandidateSelection.PlainOf(report.Candidates)];
        CandidateScore first = report.Candidates.MaxBy(c => c.Criterion)!;
        CandidateScore chosen = report.Candidates.Single(c => c.Chosen);
        if (!chosen.IsAboveChance)
        {
            line($"  Nothing was learned: within the training period '{chosen.Name}' ranks {(double.IsNaN(chosen.RollingRocAuc) ? "held-out rows" : "later periods")} at {chosen.Criterion:0.000}, not above chance (0.5) by more than two standard errors{(plain.Chosen ? "; the plain logistic regression was kept" : "")}.");
        }

        if (plain.Chosen && first != plain && (first.IsAboveChance || chosen.IsAboveChance))
        {
            line($"  The gain of '{first.Name}' over the plain logistic regression, {first.Criterion - plain.Criterion:+0.000;-0.000;0.000}, is what chance may give: the plain one was kept.");
        }

        CandidateScore widest = report.Candidates.MaxBy(
            c => double.IsNaN(c.RollingRocAuc) ? double.NegativeInfinity : c.CrossValidatedRocAuc - c.RollingRocAuc)!;
        if (widest.CrossValidatedRocAuc - widest.RollingRocAuc > Gap)
        {
            line($"  Cross-validation says {widest.CrossValidatedRocAuc:0.00} for '{widest.Name}' where later periods give {widest.RollingRocAuc:0.00}: what it learned does not last. Later periods decided.");
        }
    }

    private static void Models(
        IEnumerable<JudgedModel> models, Func<JudgedModel, EvaluationReport> of, string title, Action<FormattableString> line)
    {
        line($"");
        line($"{title}");
        line($"  {"model",-64} {"ROC-AUC",-22} {"PR-AUC",-22} {"Brier",-8} {"calibration error",-22} {"mean p",6}");
        foreach (JudgedModel model in models)
        {
            EvaluationReport r = of(model);
            line($"  {model.Name,-64} {r.RocAuc,-22} {r.AveragePrecision,-22} {r.Brier.Value,-8:0.0000} {r.CalibrationError,-22} {r.MeanProbability,6:0.000}");
        }
    }

    private static void Top(EvaluationReport report, Action<FormattableString> line)
    {
        line($"");
        line($"Calling the riskiest cases, chosen model");
        foreach (TopShareIntervals top in report.Top)
        {
            line($"  top {top.Share:0 %} ({top.Calls:N0} calls): recall {top.Recall}, precision {top.Precision}, lift {top.Lift}");
        }
    }

    private static void Calibration(BenchReport report, Action<FormattableString> line)
    {
        EvaluationReport chosen = report.Chosen.All;
        line($"");
        line($"Calibration: {report.Calibration}");
        line($"  calibration error {chosen.CalibrationError}; {report.CalibrationErrorAfterShift:0.000} would be left if the overall rate were set right with hindsight");
        foreach (ReliabilityBin bin in chosen.Reliability)
        {
            line($"  {bin.Count,6:N0} cases, predicted {bin.MeanProbability:0.000}, observed {bin.ObservedRate:0.000}");
        }

        line($"");
        line($"Why the base rate moved from {report.TrainingRate:0.000} to {report.TestRate:0.000} ({report.TestRate - report.TrainingRate:+0.000;-0.000;0.000}): by column, change of mix and change within values");
        foreach (DriftEffect effect in report.Drift.Take(4))
        {
            line($"  {effect.Column}: mix {effect.Mix:+0.000;-0.000;0.000}, within {effect.Rate:+0.000;-0.000;0.000}; most by '{effect.LargestValue}', share {effect.ShareBefore:0.000} → {effect.ShareAfter:0.000}, rate {effect.RateBefore:0.000} → {effect.RateAfter:0.000}");
        }

        foreach (Unripe value in report.Unripe)
        {
            line($"  {value.TestRows:N0} test rows with {value.Column} = '{value.Value}' ({value.TrainingRows:N0} in training) may be cases still under way, whose 'no' is not an answer yet: the value hardly occurs in training and grows towards the end. Without them the rate is {report.RipeRate:0.000}. If that is so, leave them out with --exclude-rows \"{value.Column}={value.Value}\".");
        }
    }
}
