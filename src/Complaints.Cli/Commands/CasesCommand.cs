using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Composition;
using Complaints.Cli.Views;
using Complaints.Domain.Errors;
using Complaints.Domain.Time;
using Complaints.Measures;
using Complaints.Measures.Cases;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints cases</c>: the stages behind a figure, and the list of what waits for an answer.</summary>
internal static class CasesCommand
{
    public static Command Create(Workbench bench)
    {
        Option<string> measure = new("--measure", "-m")
        {
            Description = "The figure, by the id of its measure; else every accepted complaint.",
            HelpName = "ID",
            DefaultValueFactory = _ => CaseListQuery.EveryCase,
        };
        Option<string?> part = OptionText.WordOption<CasePart>("--part", "Which of the complaints the figure looks at; else those above the line.");
        Option<string?> state = OptionText.WordOption<ClockState>("--state", "Only those that stand so against the clock.");
        Option<int?> within = new("--due-within")
        {
            Description = "Only those that wait for an answer due within so many working days; 0 is due today.",
            HelpName = "DAYS",
        };
        Option<int?> limit = new("--limit") { Description = "At most so many cases, the first in order.", HelpName = "N" };
        Option<OutputFormat> format = CommonOptions.Format();
        Option<FileInfo?> catalogue = CommonOptions.Catalogue("A file with measures of your own, added to the shipped ones.");
        SelectionOptions selection = new();
        Command command = new("cases", "The cases behind a figure: what is open, due, overdue, late and why.")
        {
            measure, part, state, within,
        };
        Option[] others = [limit, bench.Options.Service, bench.Options.Role, bench.Options.Scope, catalogue, format];
        foreach (Option option in selection.All.Concat(others))
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, stop) =>
        {
            CaseListQuery query = new()
            {
                Figure = selection.Read(parsed, [parsed.GetRequiredValue(measure)]),
                Part = OptionText.Value<CasePart>(parsed.GetValue(part)) ?? CasePart.Numerator,
                State = OptionText.Value<ClockState>(parsed.GetValue(state)),
                DueWithin = Within(parsed.GetValue(within), within.Name),
                Limit = parsed.GetValue(limit),
            };
            await using Door<IFigures> figures = bench.Figures(parsed, catalogue);
            IAsyncEnumerable<CaseListPart> cases = figures.Asked.CasesAsync(query, bench.ReaderAs(parsed), stop);
            await CaseView.WriteAsync(bench.Terminal, query, cases, parsed.GetValue(format)).ConfigureAwait(false);
            return ExitCode.Done;
        });
        return command;
    }

    private static WorkingDays? Within(int? days, string option) => days switch
    {
        null => null,
        >= 0 and int count => new WorkingDays(count),
        int negative => throw new UsageException(
            $"{negative} working days are no span.", option, "0 or more", "use --state overdue for those whose day has passed"),
    };
}
