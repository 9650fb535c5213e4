using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Composition;
using Complaints.Cli.Views;
using Complaints.Escalation.Registry;
using Spectre.Console;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints risk models|promote|rollback</c>: which model is in use.</summary>
internal static class RiskModelsCommand
{
    public static Command Models(Workbench bench)
    {
        Option<OutputFormat> format = CommonOptions.FormatWithoutCsv();
        Command command = new("models", "The models of the warehouse, and which one is in use.") { format };
        command.SetAction(parsed =>
        {
            ModelRegistry registry = bench.Models(parsed);
            RiskModelView.Write(bench.Terminal, registry.List(), parsed.GetValue(format));
            RiskModelView.Problems(bench.Terminal, registry);
            return ExitCode.Done;
        });
        return command;
    }

    public static Command Promote(Workbench bench)
    {
        Option<string?> model = new("--model") { Description = "Version of the model; else the newest.", HelpName = "VERSION" };
        Command command = new("promote", "Put a model into use; refused unless it was shown to beat the rule of thumb on later months.") { model };
        command.SetAction(parsed =>
        {
            ModelRegistry registry = bench.Models(parsed);
            IReadOnlyList<RegisteredModel> all = registry.List();
            string version = parsed.GetValue(model)
                ?? (all is [.., RegisteredModel newest] ? newest.Manifest.Version : registry.Find().Manifest.Version);
            RegisteredModel promoted = registry.Promote(version);
            bench.Terminal.Messages.WriteLine($"Model {promoted.Manifest.Version} is in use, by evaluation {promoted.Evaluation!.Number}. {promoted.Evaluation.Evaluation.Verdict}");
            return ExitCode.Done;
        });
        return command;
    }

    public static Command RollBack(Workbench bench)
    {
        Command command = new("rollback", "Take the model in use out of use, and put the one before it back.");
        command.SetAction(parsed =>
        {
            RegisteredModel? before = bench.Models(parsed).RollBack();
            bench.Terminal.Messages.WriteLine(before is null
                ? "No model is in use any more; there was none before."
                : $"Model {before.Manifest.Version} is in use again.");
            return ExitCode.Done;
        });
        return command;
    }
}
