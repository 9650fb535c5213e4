using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Composition;
using Complaints.Cli.Views;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Training;
using Complaints.Warehouse;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints risk evaluate</c>: how models made like this one did on later months.</summary>
internal static class RiskEvaluateCommand
{
    public static Command Create(Workbench bench)
    {
        Option<string?> model = RiskCommand.Model();
        Option<int> months = new("--months") { Description = "Months judged, the latest whose outcomes are known; a model is trained for each. With fewer than the default the model cannot be promoted.", HelpName = "N", DefaultValueFactory = _ => EvaluationOptions.DefaultMonths };
        Option<int> resamples = new("--resamples")
        {
            Description = "Bootstrap samples behind the intervals; likewise.",
            HelpName = "N",
            DefaultValueFactory = _ => EvaluationOptions.DefaultResamples,
        };
        Option<OutputFormat> format = CommonOptions.FormatWithoutCsv();
        Command command = new("evaluate", "Judge by rolling origin: each month by a model of what was known before it.") { model, months, resamples, format };
        command.SetAction(async (parsed, stop) =>
        {
            int judged = Within(parsed.GetValue(months), 1, Limits.EvaluationMonths, "--months");
            int samples = Within(parsed.GetValue(resamples), 10, Limits.EvaluationResamples, "--resamples");
            WarehouseLocation location = bench.Location(parsed);
            await using IWarehouse warehouse = bench.Warehouse(location);
            ModelMaking making = Workbench.Making(warehouse, bench.Models(location));
            RegisteredModel evaluated = await RiskProgress.RunAsync(
                bench.Terminal,
                "Judging",
                say => making.EvaluateAsync(parsed.GetValue(model), judged, samples, say, stop)).ConfigureAwait(false);
            RiskEvaluationView.Write(bench.Terminal, evaluated, parsed.GetValue(format));
            return ExitCode.Done;
        });
        return command;
    }

    private static int Within(int value, int least, int most, string option) => value >= least && value <= most
        ? value
        : throw new UsageException($"{option} {value} is out of range.", option, $"{least} to {most}", "choose a number within it");
}
