using System.Globalization;
using Complaints.Cli.CommandLine;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Training;
using Spectre.Console;

namespace Complaints.Cli.Views;

/// <summary>Shows models of the registry.</summary>
internal static class RiskModelView
{
    public static void Trained(Terminal terminal, ModelManifest manifest, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            terminal.Out.WriteLine(MachineJson.Text(manifest));
            return;
        }

        IAnsiConsole display = terminal.Display;
        display.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Model {manifest.Version}: {manifest.TrainedBy.Title}, {manifest.Features.Length} features, horizon {manifest.HorizonDays} days, seed {manifest.Seed}."));
        if (LearnerCatalogue.Here.Notice is { } notice && manifest.TrainedBy.Name == LearnerCatalogue.Here.Find().Kind)
        {
            display.WriteLine(notice);
        }

        display.WriteLine($"  learned from    {Slice(manifest.Fitted)}");
        display.WriteLine($"  calibrated on   {Slice(manifest.Calibrated)}");
        if (manifest.CalibrationCaution is { } caution)
        {
            display.WriteLine($"  calibration     {caution}");
        }

        display.WriteLine($"  ROC-AUC there   {manifest.OnCalibration.RocAuc.Value.ToString("0.000", CultureInfo.InvariantCulture)} (the figures to quote are those of 'complaints risk evaluate')");
        if (manifest.HeldBackCases + manifest.HeldBackRowsWithoutCase > 0)
        {
            display.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  held back       {manifest.HeldBackCases:N0} cases with a stage in the quarantine were left out; {manifest.HeldBackRowsWithoutCase:N0} further rows there, perhaps stage 2, name no case"));
        }

        display.WriteLine($"It is not in use yet: 'complaints risk evaluate --model {manifest.Version}', then 'complaints risk promote --model {manifest.Version}'.");
    }

    public static void Write(Terminal terminal, IReadOnlyList<RegisteredModel> models, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            terminal.Out.WriteLine(MachineJson.Text(models.Select(Shape)));
            return;
        }

        Table table = new Table()
            .Border(TableBorder.Simple)
            .AddColumns("version", "status", "learner", "learned from", "ROC-AUC on later months", "over the rule");
        foreach (RegisteredModel model in models)
        {
            EscalationEvaluation? evaluation = model.Evaluation?.Evaluation;
            table.AddRow(
                model.Manifest.Version,
                model.Status == ModelStatus.Promoted
                    ? "[green]promoted[/]"
                    : MachineJson.Options.PropertyNamingPolicy!.ConvertName(model.Status.ToString()),
                model.Manifest.TrainedBy.Title.EscapeMarkup(),
                string.Create(CultureInfo.InvariantCulture, $"{model.Manifest.Fitted.From:yyyy-MM-dd} to {model.Manifest.Fitted.To:yyyy-MM-dd}"),
                evaluation is null ? "not judged" : RiskEvaluationView.InUse(evaluation).RocAuc.ToString().EscapeMarkup(),
                evaluation is null ? "" : evaluation.OverRule.ToString().EscapeMarkup());
        }

        terminal.Display.Write(table);
    }

    /// <summary>Says what of the registry cannot be read, beside the list of what can.</summary>
    public static void Problems(Terminal terminal, ModelRegistry registry)
    {
        foreach (BrokenModel broken in registry.Broken())
        {
            terminal.Messages.MarkupLine($"[yellow]Model {broken.Version.EscapeMarkup()} cannot be used:[/] {broken.Why.What.EscapeMarkup()} {(broken.Why.Fix ?? "").EscapeMarkup()}");
        }

        foreach (RegisteredModel model in registry.List())
        {
            foreach (string problem in model.Problems)
            {
                terminal.Messages.MarkupLine($"[yellow]An evaluation of model {model.Manifest.Version.EscapeMarkup()} counts as not there:[/] {problem.EscapeMarkup()}");
            }
        }
    }

    private static string Slice(TrainingSlice slice) => string.Create(
        CultureInfo.InvariantCulture,
        $"{slice.From:yyyy-MM-dd} to {slice.To:yyyy-MM-dd}: {slice.Rows:N0} moments of {slice.Cases:N0} cases, {slice.Escalated:N0} escalated");

    private static object Shape(RegisteredModel model) => new
    {
        model.Manifest.Version,
        model.Status,
        model.Manifest.CreatedAt,
        model.Manifest.TrainedAsOf,
        model.Manifest.Learner,
        TrainedBy = model.Manifest.TrainedBy.Title,
        model.Manifest.HorizonDays,
        model.Manifest.FeatureHash,
        OverRule = model.Evaluation?.Evaluation.OverRule,
    };
}
