using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Composition;
using Complaints.Cli.Views;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Serving;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints risk list</c>: the riskiest cases with reasons.</summary>
internal static class RiskListCommand
{
    public static Command Create(Workbench bench)
    {
        Option<string?> model = RiskCommand.Model();
        Option<string?> asOf = new("--as-of") { Description = "A day that was scored; else the newest.", HelpName = "YYYY-MM-DD" };
        Option<string?> landlord = new("--landlord") { Description = "Only this landlord's cases, by code.", HelpName = "CODE" };
        Option<string?> area = new("--area") { Description = "Only cases of this service area.", HelpName = "AREA" };
        Option<string?> category = new("--category")
        {
            Description = "Only cases of this category or its subcategories.",
            HelpName = "CATEGORY",
        };
        Option<CaseState?> state = new("--state") { Description = "Only open or only answered cases." };
        state.AcceptOnlyFromAmong("open", "answered");
        Option<double> least = new("--least-probability") { Description = "Only cases at least so likely, 0 to 1.", HelpName = "P" };
        Option<int> top = new("--top") { Description = "At most so many cases.", HelpName = "N", DefaultValueFactory = _ => 20 };
        Option<OutputFormat> format = CommonOptions.FormatWithoutCsv();
        Command command = new("list", "The cases most likely to go to stage 2, with reasons.")
        {
            model,
            asOf,
            landlord,
            area,
            category,
            state,
            least,
            top,
            bench.Options.Service,
            bench.Options.Role,
            bench.Options.Scope,
            format,
        };
        command.SetAction(async (parsed, stop) =>
        {
            RiskListQuery query = new()
            {
                AsOf = OptionText.Day(parsed.GetValue(asOf), asOf.Name),
                Landlord = parsed.GetValue(landlord),
                ServiceArea = parsed.GetValue(area),
                Category = parsed.GetValue(category),
                State = parsed.GetValue(state),
                LeastProbability = parsed.GetValue(least),
                Top = parsed.GetValue(top),
            };
            await using Door<IRiskDesk> desk = bench.Risk(parsed, model);
            RiskList list = await desk.Asked.ListAsync(query, bench.ReaderAs(parsed), stop).ConfigureAwait(false);
            RiskListView.Write(bench.Terminal, list, parsed.GetValue(format));
            return ExitCode.Done;
        });
        return command;
    }
}
