using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Composition;
using Complaints.Escalation.Registry;
using Complaints.Warehouse;
using Spectre.Console;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints risk score</c>: the scores of a day into the warehouse.</summary>
internal static class RiskScoreCommand
{
    public static Command Create(Workbench bench)
    {
        Option<string?> model = RiskCommand.Model();
        Option<string?> asOf = RiskCommand.AsOf();
        Command command = new("score", "Score the cases at risk on a day and write the scores into the warehouse.") { model, asOf };
        command.SetAction(async (parsed, stop) =>
        {
            DateOnly? day = OptionText.Day(parsed.GetValue(asOf), asOf.Name);
            WarehouseLocation location = bench.Location(parsed);
            await using IWarehouse warehouse = bench.Warehouse(location);
            ModelRegistry registry = bench.Models(location);
            StoredModel stored = registry.Load(parsed.GetValue(model));
            if (registry.PromotedVersion != stored.Manifest.Version)
            {
                bench.Terminal.Messages.MarkupLine("[yellow]This model is not in use:[/] it was not promoted. Its list is for looking at, not for work.");
            }

            await RiskScores.WriteAsync(bench.Terminal, warehouse, stored, day, stop).ConfigureAwait(false);
            return ExitCode.Done;
        });
        return command;
    }
}
