using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Views;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Scoring;
using Complaints.Escalation.Serving;
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
            StoredModel stored = RiskCommand.Registry(location, clock).Load(parsed.GetValue(model));
            await using IWarehouse warehouse = WarehouseFactory.Open(location, clock);
            ScoredDay day = await RiskScoring.ScoreAsync(warehouse, stored, OptionText.Day(parsed.GetValue(asOf), asOf.Name), stop).ConfigureAwait(false);
            RiskScore score = CaseExplanation.Find(
                day.Scores, day.AsOf, parsed.GetRequiredValue(reference), parsed.GetValue(source), Principal.Demo.Scope.Allows);
            RiskExplanationView.Write(terminal, CaseExplanation.Of(stored, day.History, score, stop), parsed.GetValue(format));
            return ExitCode.Done;
        });
        return command;
    }
}
