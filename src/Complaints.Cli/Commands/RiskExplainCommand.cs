using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Views;
using Complaints.Domain.Access;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Scoring;
using Complaints.Escalation.Serving;
using Complaints.Escalation.Serving.Access;
using Complaints.Protocol.Risk;
using Complaints.Service.Risk;
using Complaints.Warehouse;
using Complaints.Warehouse.DuckDb;

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
        Option<string?> service = CommonOptions.Service();
        Option<OutputFormat> format = CommonOptions.FormatWithoutCsv();
        Command command = new("explain", "Why a case has its score: what every feature added; the parts sum to the whole.") { reference, source, model, asOf, service, format };
        command.SetAction(async (parsed, stop) =>
        {
            (string wanted, string? system) = (parsed.GetRequiredValue(reference), parsed.GetValue(source));
            DateOnly? day = OptionText.Day(parsed.GetValue(asOf), asOf.Name);
            using RiskClient? client = RiskCommand.Client(parsed, service, model);
            CaseExplanation explanation = client is not null
                ? await client.ExplainAsync(wanted, system, day, stop).ConfigureAwait(false)
                : await RecordedAsync(terminal, common.Location(parsed), clock, parsed.GetValue(model), wanted, system, day, stop).ConfigureAwait(false);
            RiskExplanationView.Write(terminal, explanation, parsed.GetValue(format));
            return ExitCode.Done;
        });
        return command;
    }

    private static Task<CaseExplanation> RecordedAsync(
        Terminal terminal, WarehouseLocation location, TimeProvider clock, string? model, string reference, string? source, DateOnly? asOf, CancellationToken stop)
    {
        ModelRegistry registry = RiskCommand.Registry(location, clock);
        return new AccessLog(registry.Folder, clock).RunAsync(
            RiskReading.By(RiskAccess.Explanation) with { AsOf = asOf, CaseReference = reference, SourceSystem = source },
            () => ExplainAsync(location, clock, registry.Load(RiskCommand.ForReading(registry, model, terminal).Manifest.Version), reference, source, asOf, stop),
            (record, explained) => record with { AsOf = explained.AsOf, ModelVersion = explained.ModelVersion, Rows = 1 });
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
