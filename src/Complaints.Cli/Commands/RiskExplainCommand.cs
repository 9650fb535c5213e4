using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Views;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Scoring;
using Complaints.Escalation.Serving;
using Complaints.Escalation.Serving.Access;
using Complaints.Measures.Access;
using Complaints.Warehouse;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints risk explain</c>: one score taken apart, to its last feature.</summary>
internal static class RiskExplainCommand
{
    public static Command Create(CommonOptions common, Terminal terminal, TimeProvider clock)
    {
        Argument<string> reference = new("case") { Description = "The case's reference, as the list shows it.", HelpName = "CASE" };
        Option<string?> source = new("--source") { Description = "The case's source system, where the reference alone does not tell.", HelpName = "SYSTEM" };
        Option<string?> model = RiskCommand.Model();
        Option<string?> asOf = RiskCommand.AsOf();
        Option<OutputFormat> format = CommonOptions.Format();
        Command command = new("explain", "Why a case has its score: what every feature added; the parts sum to the whole.") { reference, source, model, asOf, format };
        command.SetAction(async (parsed, stop) =>
        {
            WarehouseLocation location = common.Location(parsed);
            ModelRegistry registry = RiskCommand.Registry(location, clock);
            string wanted = parsed.GetRequiredValue(reference);
            DateOnly? day = OptionText.Day(parsed.GetValue(asOf), asOf.Name);
            CaseExplanation explanation = await new AccessLog(registry.Folder, clock).RunAsync(
                RiskReading.By(RiskAccess.Explanation) with { AsOf = day, CaseReference = wanted, SourceSystem = parsed.GetValue(source) },
                () => ExplainAsync(location, clock, registry.Load(RiskCommand.ForReading(registry, parsed.GetValue(model), terminal).Manifest.Version), wanted, parsed.GetValue(source), day, stop),
                (record, explained) => record with { AsOf = explained.Score.AsOf, ModelVersion = explained.ModelVersion, Rows = 1 }).ConfigureAwait(false);
            RiskExplanationView.Write(terminal, explanation, parsed.GetValue(format));
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<CaseExplanation> ExplainAsync(
        WarehouseLocation location, TimeProvider clock, StoredModel model, string reference, string? source, DateOnly? asOf, CancellationToken stop)
    {
        await using IWarehouse warehouse = WarehouseFactory.Open(location, clock);
        ScoredDay day = await RiskScoring.ScoreAsync(warehouse, model, asOf, stop).ConfigureAwait(false);
        RiskScore score = CaseExplanation.Find(day.Scores, day.AsOf, reference, source, Principal.Demo.Scope.Allows);
        return CaseExplanation.Of(model, day.History, score, stop);
    }
}
