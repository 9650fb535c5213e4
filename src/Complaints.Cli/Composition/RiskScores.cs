using Complaints.Cli.CommandLine;
using Complaints.Domain.Errors;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Serving;
using Complaints.Warehouse;
using Complaints.Warehouse.Loading;
using Spectre.Console;

namespace Complaints.Cli.Composition;

/// <summary>Scores the cases of a day into the warehouse, and says how many.</summary>
internal static class RiskScores
{
    /// <summary>Scores with a model.</summary>
    public static async Task WriteAsync(Terminal terminal, IWarehouse warehouse, StoredModel model, DateOnly? day, CancellationToken stop)
    {
        ScoredDay scored = await RiskScoring.ScoreAsync(warehouse, model, day, stop).ConfigureAwait(false);
        PublishResult published = await RiskScoring.WriteAsync(warehouse, scored, stop).ConfigureAwait(false);
        terminal.Messages.WriteLine(
            $"{scored.Scores.Length:N0} cases at risk on {scored.AsOf:yyyy-MM-dd} scored with model {model.Manifest.Version} (generation {published.Generation}). See 'complaints risk list'.");
        if (scored.AsOf <= model.Manifest.LearnedTo)
        {
            terminal.Messages.WriteLine(
                $"The model learned from days up to {model.Manifest.LearnedTo:yyyy-MM-dd}, so it knew how these cases ended: the list is no test of it.");
        }

        if (scored.HeldBack > 0)
        {
            terminal.Messages.WriteLine(
                $"{scored.HeldBack:N0} cases were not scored: the quarantine holds a stage of theirs back, so they may be escalated. See 'complaints quarantine list'.");
        }
    }

    /// <summary>Scores with the model in use, where there is one. A load never fails because of it: what goes wrong is a warning.</summary>
    public static async Task AfterLoadAsync(Workbench bench, WarehouseLocation location, CancellationToken stop)
    {
        IAnsiConsole messages = bench.Terminal.Messages;
        try
        {
            ModelRegistry models = bench.Models(location);
            if (models.PromotedVersion is string version)
            {
                await using IWarehouse warehouse = bench.Warehouse(location);
                await WriteAsync(bench.Terminal, warehouse, models.Load(version), day: null, stop).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            string what = error is UserException user ? user.What : error.Message;
            messages.MarkupLine($"[yellow]The load is published, but the cases were not scored:[/] {what.EscapeMarkup()}");
            messages.WriteLine("Score them with 'complaints risk score'.");
        }
    }
}
