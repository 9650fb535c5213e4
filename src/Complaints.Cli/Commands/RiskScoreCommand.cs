using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Domain.Errors;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Serving;
using Complaints.Warehouse;
using Complaints.Warehouse.DuckDb;
using Complaints.Warehouse.Loading;
using Spectre.Console;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints risk score</c>: the scores of a day into the warehouse.</summary>
internal static class RiskScoreCommand
{
    public static Command Create(CommonOptions common, Terminal terminal, TimeProvider clock)
    {
        Option<string?> model = RiskCommand.Model();
        Option<string?> asOf = RiskCommand.AsOf();
        Command command = new("score", "Score the cases at risk on a day and write the scores into the warehouse.") { model, asOf };
        command.SetAction(async (parsed, stop) =>
        {
            DateOnly? day = OptionText.Day(parsed.GetValue(asOf), asOf.Name);
            WarehouseLocation location = common.Location(parsed);
            await using IWarehouse warehouse = WarehouseFactory.Open(location, clock);
            ModelRegistry registry = RiskCommand.Registry(location, clock);
            StoredModel stored = registry.Load(parsed.GetValue(model));
            if (registry.PromotedVersion != stored.Manifest.Version)
            {
                terminal.Messages.MarkupLine("[yellow]This model is not in use:[/] it was not promoted. Its list is for looking at, not for work.");
            }

            await RunAsync(terminal, warehouse, stored, day, stop).ConfigureAwait(false);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Scores with the model in use, where there is one. A load never fails because of it: what goes wrong is a warning.</summary>
    public static async Task AfterLoadAsync(WarehouseLocation location, Terminal terminal, TimeProvider clock, CancellationToken stop)
    {
        try
        {
            ModelRegistry registry = RiskCommand.Registry(location, clock);
            if (registry.PromotedVersion is string version)
            {
                await using IWarehouse warehouse = WarehouseFactory.Open(location, clock);
                await RunAsync(terminal, warehouse, registry.Load(version), day: null, stop).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            string what = error is UserException user ? user.What : error.Message;
            terminal.Messages.MarkupLine($"[yellow]The load is published, but the cases were not scored:[/] {what.EscapeMarkup()}");
            terminal.Messages.WriteLine("Score them with 'complaints risk score'.");
        }
    }

    private static async Task RunAsync(Terminal terminal, IWarehouse warehouse, StoredModel model, DateOnly? day, CancellationToken stop)
    {
        ScoredDay scored = await RiskScoring.ScoreAsync(warehouse, model, day, stop).ConfigureAwait(false);
        PublishResult published = await RiskScoring.WriteAsync(warehouse, scored, stop).ConfigureAwait(false);
        terminal.Messages.WriteLine(
            $"{scored.Scores.Length:N0} cases at risk on {scored.AsOf:yyyy-MM-dd} scored with model {model.Manifest.Version} (generation {published.Generation}). See 'complaints risk list'.");
        if (scored.HeldBack > 0)
        {
            terminal.Messages.WriteLine(
                $"{scored.HeldBack:N0} cases were not scored: the quarantine holds a stage of theirs back, so they may be escalated. See 'complaints quarantine list'.");
        }
    }
}
