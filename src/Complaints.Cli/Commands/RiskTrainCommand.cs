using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Composition;
using Complaints.Cli.Views;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Escalation.Labels;
using Complaints.Escalation.Registry;
using Complaints.Warehouse;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints risk train</c>: a model from the cases whose outcome is known.</summary>
internal static class RiskTrainCommand
{
    public static Command Create(Workbench bench)
    {
        Option<int> horizon = new("--horizon")
        {
            Description = "Days after the stage 1 response within which a request for stage 2 counts.",
            HelpName = "DAYS",
            DefaultValueFactory = _ => LabelRule.Default.HorizonDays,
        };
        Option<long> seed = new("--seed")
        {
            Description = "The same seed and data give the same model.",
            HelpName = "N",
            DefaultValueFactory = _ => 1,
        };
        Option<string?> learner = new("--learner") { Description = "How to learn; a name that is none lists those of this machine.", HelpName = "NAME" };
        Option<OutputFormat> format = CommonOptions.FormatWithoutCsv();
        Command command = new("train", "Train a model on the cases whose outcome is known. It is not in use before it is promoted.") { horizon, seed, learner, format };
        command.SetAction(async (parsed, stop) =>
        {
            LabelRule rule = Rule(parsed.GetValue(horizon));
            WarehouseLocation location = bench.Location(parsed);
            await using IWarehouse warehouse = bench.Warehouse(location);
            ModelMaking making = Workbench.Making(warehouse, bench.Models(location));
            ModelManifest manifest = await RiskProgress.RunAsync(
                bench.Terminal,
                "Training",
                _ => making.TrainAsync(
                    rule, unchecked((ulong)parsed.GetValue(seed)), parsed.GetValue(learner), stop)).ConfigureAwait(false);
            RiskModelView.Trained(bench.Terminal, manifest, parsed.GetValue(format));
            return ExitCode.Done;
        });
        return command;
    }

    private static LabelRule Rule(int horizon) => horizon is >= 1 and <= Limits.HorizonDays
        ? new LabelRule(horizon)
        : throw new UsageException(
            $"A horizon of {horizon} days is out of range.", "--horizon", $"1 to {Limits.HorizonDays} days", "60 days are the default");
}
