using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Views;
using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Serving;
using Complaints.Escalation.Serving.Access;
using Complaints.Protocol.Risk;
using Complaints.Service.Risk;
using Complaints.Warehouse;
using Complaints.Warehouse.DuckDb;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints risk feedback</c>: records what a person did about a case and what came of it, and reads it back.</summary>
internal static class RiskFeedbackCommand
{
    private static readonly Argument<string?> s_case = new("case") { Description = "The case's reference, as the list shows it.", HelpName = "CASE", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> s_source = new("--source") { Description = "The case's source system, where the reference alone does not tell.", HelpName = "SYSTEM" };
    private static readonly Option<string?> s_action = OptionText.WordOption<FeedbackAction>("--action", "What was done.");
    private static readonly Option<string?> s_outcome = OptionText.WordOption<FeedbackOutcome>("--outcome", "What came of it; else not_known.");
    private static readonly Option<string?> s_note = new("--note") { Description = "A sentence or two. Name nobody.", HelpName = "TEXT" };
    private static readonly Option<string?> s_asOf = new("--as-of") { Description = "Day of the list that was acted on.", HelpName = "YYYY-MM-DD" };
    private static readonly Option<bool> s_list = new("--list") { Description = "Show what was recorded instead, newest first; with a case, about that case." };
    private static readonly Option<int> s_top = new("--top") { Description = "At most so many records of a list.", HelpName = "N", DefaultValueFactory = _ => 20 };
    private static readonly Option<string?> s_service = CommonOptions.Service();

    public static Command Create(CommonOptions common, Terminal terminal, TimeProvider clock)
    {
        Option<OutputFormat> format = CommonOptions.FormatWithoutCsv();
        Command command = new("feedback", "Record what was done about a case and what came of it, or show what was recorded.")
        {
            s_case, s_action, s_outcome, s_note, s_asOf, s_source, s_list, s_top, s_service, format,
        };
        command.SetAction(async (parsed, stop) =>
        {
            RiskFeedbackView.RefuseCsv(parsed.GetValue(format));
            using RiskClient? client = RiskCommand.Client(parsed, s_service);
            if (parsed.GetValue(s_list))
            {
                FeedbackQuery query = Query(parsed);
                FeedbackList list = client is not null
                    ? await client.FeedbackAsync(query, stop).ConfigureAwait(false)
                    : await WithDeskAsync(
                        common.Location(parsed),
                        clock,
                        RiskReading.By(RiskAccess.FeedbackList) with { CaseReference = query.CaseReference, SourceSystem = query.SourceSystem },
                        desk => desk.ListAsync(query, Principal.Demo.Scope.Allows, stop),
                        (record, read) => record with { Rows = read.Records.Length }).ConfigureAwait(false);
                RiskFeedbackView.Write(terminal, list, parsed.GetValue(format));
            }
            else
            {
                NewFeedback given = Given(parsed);
                Feedback kept = client is not null
                    ? await client.RecordAsync(given, stop).ConfigureAwait(false)
                    : await WithDeskAsync(
                        common.Location(parsed),
                        clock,
                        RiskReading.By(RiskAccess.Feedback) with { CaseReference = given.CaseReference, SourceSystem = given.SourceSystem },
                        desk => desk.RecordAsync(Environment.UserName, given, Principal.Demo.Scope.Allows, stop),
                        (record, said) => record with { AsOf = said.AsOf, ModelVersion = said.ModelVersion }).ConfigureAwait(false);
                RiskFeedbackView.Recorded(terminal, kept, parsed.GetValue(format));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<T> WithDeskAsync<T>(
        WarehouseLocation location, TimeProvider clock, AccessRecord asked, Func<FeedbackDesk, Task<T>> work, Func<AccessRecord, T, AccessRecord> told)
    {
        ModelRegistry registry = RiskCommand.Registry(location, clock);
        await using IWarehouse warehouse = WarehouseFactory.Open(location, clock);
        FeedbackDesk desk = new(warehouse, registry, clock);
        return await new AccessLog(registry.Folder, clock).RunAsync(asked, () => work(desk), told).ConfigureAwait(false);
    }

    private static NewFeedback Given(ParseResult parsed) => new()
    {
        CaseReference = parsed.GetValue(s_case) ?? throw Missing("No case was named.", "case", "the case's reference"),
        SourceSystem = parsed.GetValue(s_source),
        AsOf = OptionText.Day(parsed.GetValue(s_asOf), s_asOf.Name),
        Action = OptionText.Value<FeedbackAction>(parsed.GetValue(s_action)) ?? throw Missing("It does not say what was done.", s_action.Name, "an action, 'none' included"),
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

        return new FeedbackQuery { CaseReference = parsed.GetValue(s_case), SourceSystem = parsed.GetValue(s_source), Top = parsed.GetValue(s_top) };
    }

    private static UsageException Missing(string what, string where, string expected) =>
        new(what, where, expected, "write for instance: complaints risk feedback CASE --action called --outcome resolved");
}
