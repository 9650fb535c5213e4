using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Composition;
using Complaints.Cli.Views;
using Complaints.Escalation.Serving;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints risk explain</c>: one score taken apart, to its last feature.</summary>
internal static class RiskExplainCommand
{
    public static Command Create(Workbench bench)
    {
        Argument<string> reference = new("case") { Description = "The case's reference, as the list shows it.", HelpName = "CASE" };
        Option<string?> source = new("--source") { Description = "The case's source system, where the reference alone does not tell.", HelpName = "SYSTEM" };
        Option<string?> model = RiskCommand.Model();
        Option<string?> asOf = RiskCommand.AsOf();
        Option<OutputFormat> format = CommonOptions.FormatWithoutCsv();
        Command command = new("explain", "Why a case has its score: what every feature added; the parts sum to the whole.")
        {
            reference, source, model, asOf, bench.Options.Service, format,
        };
        command.SetAction(async (parsed, stop) =>
        {
            CaseQuery query = new(
                parsed.GetRequiredValue(reference), parsed.GetValue(source), OptionText.Day(parsed.GetValue(asOf), asOf.Name));
            await using Door<IRiskDesk> desk = bench.Risk(parsed, model);
            CaseExplanation explanation = await desk.Asked.ExplainAsync(query, Workbench.Reader, stop).ConfigureAwait(false);
            RiskExplanationView.Write(bench.Terminal, explanation, parsed.GetValue(format));
            return ExitCode.Done;
        });
        return command;
    }
}
