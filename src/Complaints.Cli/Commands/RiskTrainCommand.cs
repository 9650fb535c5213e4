using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Views;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Escalation.Labels;
using Complaints.Escalation.Registry;
using Complaints.Protocol.Risk;
using Complaints.Service.Risk;
using Complaints.Warehouse;
using Complaints.Warehouse.DuckDb;
using Spectre.Console;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints risk</c>: which open cases will go to stage 2, from training to the list.</summary>
internal static class RiskCommand
{
    public static Command Create(CommonOptions common, Terminal terminal, TimeProvider clock) =>
        new("risk", "Which open cases will go to stage 2: a list that informs people and never lowers a case's priority.")
        {
            RiskTrainCommand.Create(common, terminal, clock),
            RiskEvaluateCommand.Create(common, terminal, clock),
            RiskModelsCommand.Models(common, terminal, clock),
            RiskModelsCommand.Promote(common, terminal, clock),
            RiskModelsCommand.RollBack(common, terminal, clock),
            RiskScoreCommand.Create(common, terminal, clock),
            RiskListCommand.Create(common, terminal, clock),
            RiskExplainCommand.Create(common, terminal, clock),
            RiskCardCommand.Create(common, terminal, clock),
            RiskFeedbackCommand.Create(common, terminal, clock),
            RiskMonitorCommand.Create(common, terminal, clock),
            RiskBenchCommand.Create(terminal),
        };

    /// <summary>The option that names a model.</summary>
    public static Option<string?> Model() => new("--model") { Description = "Version of the model; else the one in use, else the newest.", HelpName = "VERSION" };

    /// <summary>The option that names the day of a list.</summary>
    public static Option<string?> AsOf() => new("--as-of") { Description = "The day; else the last one the data know about.", HelpName = "YYYY-MM-DD" };

    /// <summary>A client of the service that was named; null where the warehouse itself is to be opened.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="service">The option that names the service.</param>
    /// <param name="localOnly">Options that only an opened warehouse can follow.</param>
    /// <exception cref="UsageException">One of those was given with a service, or no address.</exception>
    public static RiskClient? Client(ParseResult parsed, Option<string?> service, params ReadOnlySpan<Option> localOnly)
    {
        if (parsed.GetValue(service) is not { } address)
        {
            return null;
        }

        foreach (Option option in localOnly)
        {
            if (parsed.GetResult(option) is { Implicit: false })
            {
                throw new UsageException(
                    $"{option.Name} does not go with {service.Name}.",
                    option.Name,
                    "the model that the service has in use, with the landlord's details that stand beside it",
                    $"leave {option.Name} out, or open the warehouse with --warehouse");
            }
        }

        return new RiskClient(ServiceAddress.Parse(address));
    }

    /// <summary>
    /// The model whose list is read: the one in use, or the one that was named. A list of any other is for looking at, and says so.
    /// </summary>
    public static RegisteredModel ForReading(ModelRegistry registry, string? version, Terminal terminal)
    {
        string read = version ?? registry.PromotedVersion ?? (registry.List().Count == 0 ? registry.Find().Manifest.Version : throw new UserException(
            "No model is in use.",
            where: registry.Folder,
            expected: "a promoted model",
            fix: "promote one with 'complaints risk promote', or name one with --model to look at its list"));
        RegisteredModel model = registry.Find(read);
        if (model.Status != ModelStatus.Promoted)
        {
            terminal.Messages.MarkupLine($"[yellow]Model {read.EscapeMarkup()} is not in use[/] ({Standing(model.Status)}). Its list is for looking at, not for work.");
        }

        return model;
    }

    /// <summary>The registry of the warehouse that was named.</summary>
    public static ModelRegistry Registry(WarehouseLocation location, TimeProvider clock) => ModelRegistry.Beside(location, clock);

    private static string Standing(ModelStatus status) => status switch
    {
        ModelStatus.Refused => "it was not shown to beat the rule",
        ModelStatus.Retired => "it was taken out of use",
        _ => "it was not promoted",
    };
}

/// <summary><c>complaints risk train</c>: a model from the cases whose outcome is known.</summary>
internal static class RiskTrainCommand
{
    public static Command Create(CommonOptions common, Terminal terminal, TimeProvider clock)
    {
        Option<int> horizon = new("--horizon") { Description = "Days after the stage 1 response within which a request for stage 2 counts.", HelpName = "DAYS", DefaultValueFactory = _ => LabelRule.Default.HorizonDays };
        Option<long> seed = new("--seed") { Description = "The same seed and data give the same model.", HelpName = "N", DefaultValueFactory = _ => 1 };
        Option<string?> learner = new("--learner") { Description = $"How to learn: {LearnerChoice.All.Names}; else the first.", HelpName = "NAME" };
        Option<OutputFormat> format = CommonOptions.FormatWithoutCsv();
        Command command = new("train", "Train a model on the cases whose outcome is known. It is not in use before it is promoted.") { horizon, seed, learner, format };
        command.SetAction(async (parsed, stop) =>
        {
            LabelRule rule = Rule(parsed.GetValue(horizon));
            WarehouseLocation location = common.Location(parsed);
            await using IWarehouse warehouse = WarehouseFactory.Open(location, clock);
            ModelMaking making = new(warehouse, RiskCommand.Registry(location, clock), LearnerChoice.All);
            ModelManifest manifest = await RiskProgress.RunAsync(
                terminal, "Training", _ => making.TrainAsync(rule, unchecked((ulong)parsed.GetValue(seed)), parsed.GetValue(learner), stop)).ConfigureAwait(false);
            RiskModelView.Trained(terminal, manifest, parsed.GetValue(format));
            return ExitCode.Done;
        });
        return command;
    }

    private static LabelRule Rule(int horizon) => horizon is >= 1 and <= Limits.HorizonDays
        ? new LabelRule(horizon)
        : throw new UsageException($"A horizon of {horizon} days is out of range.", "--horizon", $"1 to {Limits.HorizonDays} days", "60 days are the default");
}
