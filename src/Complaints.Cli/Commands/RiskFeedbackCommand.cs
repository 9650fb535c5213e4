using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Composition;
using Complaints.Cli.Views;
using Complaints.Domain.Errors;
using Complaints.Escalation.Serving;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints risk feedback</c>: records what a person did about a case and what came of it, and reads it back.</summary>
internal static class RiskFeedbackCommand
{
    private static readonly Argument<string?> s_case = new("case")
    {
        Description = "The case's reference, as the list shows it.",
        HelpName = "CASE",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private static readonly Option<string?> s_source = new("--source") { Description = "The case's source system, where the reference alone does not tell.", HelpName = "SYSTEM" };
    private static readonly Option<string?> s_action = OptionText.WordOption<FeedbackAction>("--action", "What was done.");
    private static readonly Option<string?> s_outcome = OptionText.WordOption<FeedbackOutcome>(
        "--outcome", "What came of it; else not_known.");
    private static readonly Option<string?> s_note = new("--note") { Description = "A sentence or two. Name nobody.", HelpName = "TEXT" };
    private static readonly Option<string?> s_asOf = new("--as-of")
    {
        Description = "Day of the list that was acted on.",
        HelpName = "YYYY-MM-DD",
    };
    private static readonly Option<bool> s_list = new("--list") { Description = "Show what was recorded instead, newest first; with a case, about that case." };
    private static readonly Option<int> s_top = new("--top")
    {
        Description = "At most so many records of a list.",
        HelpName = "N",
        DefaultValueFactory = _ => 20,
    };

    public static Command Create(Workbench bench)
    {
        Option<OutputFormat> format = CommonOptions.FormatWithoutCsv();
        Command command = new("feedback", "Record what was done about a case and what came of it, or show what was recorded.")
        {
            s_case, s_action, s_outcome, s_note, s_asOf, s_source, s_list, s_top, bench.Options.Service, format,
        };
        command.SetAction(async (parsed, stop) =>
        {
            OutputFormat written = parsed.GetValue(format);
            await using Door<IRiskDesk> desk = bench.Risk(parsed);
            if (parsed.GetValue(s_list))
            {
                FeedbackQuery query = Query(parsed);
                FeedbackList list = await desk.Asked.FeedbackAsync(query, Workbench.Reader, stop).ConfigureAwait(false);
                RiskFeedbackView.Write(bench.Terminal, list, written);
            }
            else
            {
                NewFeedback given = Given(parsed);
                Feedback kept = await desk.Asked.RecordAsync(given, Workbench.Reader, stop).ConfigureAwait(false);
                RiskFeedbackView.Recorded(bench.Terminal, kept, written);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static NewFeedback Given(ParseResult parsed) => new()
    {
        CaseReference = parsed.GetValue(s_case) ?? throw Missing("No case was named.", "case", "the case's reference"),
        SourceSystem = parsed.GetValue(s_source),
        AsOf = OptionText.Day(parsed.GetValue(s_asOf), s_asOf.Name),
        Action = OptionText.Value<FeedbackAction>(parsed.GetValue(s_action))
            ?? throw Missing("It does not say what was done.", s_action.Name, "an action, 'none' included"),
        Outcome = OptionText.Value<FeedbackOutcome>(parsed.GetValue(s_outcome)) ?? FeedbackOutcome.NotKnown,
        Note = parsed.GetValue(s_note) ?? "",
    };

    private static FeedbackQuery Query(ParseResult parsed)
    {
        foreach (Option option in (Option[])[s_action, s_outcome, s_note, s_asOf])
        {
            if (parsed.GetResult(option) is { Implicit: false })
            {
                throw new UsageException(
                    $"{option.Name} records feedback and {s_list.Name} shows it.", option.Name, "one of the two", $"leave {option.Name} or {s_list.Name} out");
            }
        }

        return new FeedbackQuery
        {
            CaseReference = parsed.GetValue(s_case),
            SourceSystem = parsed.GetValue(s_source),
            Top = parsed.GetValue(s_top),
        };
    }

    private static UsageException Missing(string what, string where, string expected) =>
        new(what, where, expected, "write for instance: complaints risk feedback CASE --action called --outcome resolved");
}
