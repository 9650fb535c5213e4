using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Composition;
using Complaints.Cli.Views;
using Complaints.Escalation.Training;
using Complaints.Learning.Bench;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints risk bench</c>: the same learners on any table, so that others' data can be tried.</summary>
internal static class RiskBenchCommand
{
    private static readonly Option<FileInfo> s_csv = new("--csv")
    {
        Description = "The table, with a header line.",
        HelpName = "FILE",
        Required = true,
    };
    private static readonly Option<string> s_label = new("--label")
    {
        Description = "Column that holds the outcome.",
        HelpName = "COLUMN",
        Required = true,
    };
    private static readonly Option<string> s_positive = new("--positive")
    {
        Description = "The outcome's value that counts as escalated.",
        HelpName = "VALUE",
        DefaultValueFactory = _ => "1",
    };
    private static readonly Option<string> s_time = new("--time")
    {
        Description = "Column that holds the time: whole numbers or dates.",
        HelpName = "COLUMN",
        Required = true,
    };
    private static readonly Option<string> s_train = new("--train")
    {
        Description = "Period to learn from, such as 1-2 or 2016-01..2016-02.",
        HelpName = "RANGE",
        Required = true,
    };
    private static readonly Option<string> s_test = new("--test")
    {
        Description = "Later period to judge on.",
        HelpName = "RANGE",
        Required = true,
    };
    private static readonly Option<string[]> s_features = new("--features") { Description = "Columns to use, comma separated; else all that are not dropped.", HelpName = "LIST" };
    private static readonly Option<string[]> s_drop = new("--drop") { Description = "Columns never to use, above all those known only after the moment of prediction.", HelpName = "LIST" };
    private static readonly Option<string[]> s_exclude = new("--exclude-rows") { Description = "Rows to leave out, as column=value; may be given several times.", HelpName = "TERM" };
    private static readonly Option<string?> s_dateOrder = OfDates();
    private static readonly Option<bool> s_blankIsNo = new("--blank-is-no") { Description = "A blank label means that the case did not escalate; else such rows are left out." };
    private static readonly Option<string[]> s_learner = new("--learner") { Description = "Learners to judge beside the candidates, comma separated; a name that is none lists those of this machine.", HelpName = "LIST" };
    private static readonly Option<long> s_seed = new("--seed")
    {
        Description = "Seed of everything random.",
        HelpName = "N",
        DefaultValueFactory = _ => 20160101,
    };
    private static readonly Option<int> s_resamples = new("--resamples")
    {
        Description = "Bootstrap samples behind the intervals.",
        HelpName = "N",
        DefaultValueFactory = _ => 500,
    };
    private static readonly Option<int> s_repeats = new("--repeats") { Description = "Repetitions of the cross-validation within the training period.", HelpName = "N", DefaultValueFactory = _ => 2 };
    private static readonly Option<int> s_threads = new("--threads")
    {
        Description = "Threads; the figures do not depend on it.",
        HelpName = "N",
        DefaultValueFactory = _ => 2,
    };

    public static Command Create(Workbench bench)
    {
        Command command = new("bench", "Learn from one period of a table, judge on a later one; no warehouse needed.")
        {
            s_csv,
            s_label,
            s_positive,
            s_time,
            s_train,
            s_test,
            s_features,
            s_drop,
            s_exclude,
            s_dateOrder,
            s_blankIsNo,
            s_learner,
            s_seed,
            s_resamples,
            s_repeats,
            s_threads,
        };
        command.SetAction(async (parsed, stop) =>
        {
            BenchReport report = await RiskProgress.BenchAsync(
                bench.Terminal, say => RiskBench.RunAsync(Read(parsed), say, stop)).ConfigureAwait(false);
            bench.Terminal.Out.WriteLine(BenchText.Render(report));
            return ExitCode.Done;
        });
        return command;
    }

    private static BenchOptions Read(ParseResult parsed) => new()
    {
        Csv = parsed.GetRequiredValue(s_csv).FullName,
        Label = parsed.GetRequiredValue(s_label),
        Positive = parsed.GetRequiredValue(s_positive),
        Time = parsed.GetRequiredValue(s_time),
        MonthFirst = parsed.GetValue(s_dateOrder) is { } order ? order == "mdy" : null,
        BlankIsNo = parsed.GetValue(s_blankIsNo),
        Train = TimeRange.Parse(parsed.GetRequiredValue(s_train)),
        Test = TimeRange.Parse(parsed.GetRequiredValue(s_test)),
        Features = [.. OptionText.Items(parsed.GetValue(s_features))],
        Drop = [.. OptionText.Items(parsed.GetValue(s_drop))],
        ExcludeRows = [.. parsed.GetValue(s_exclude) ?? []],
        Beside = [.. OptionText.Items(parsed.GetValue(s_learner)).Select(name => LearnerCatalogue.Here.Find(name))],
        Seed = unchecked((ulong)parsed.GetValue(s_seed)),
        Resamples = parsed.GetValue(s_resamples),
        Repeats = parsed.GetValue(s_repeats),
        Threads = Math.Clamp(parsed.GetValue(s_threads), 1, Environment.ProcessorCount),
    };

    private static Option<string?> OfDates()
    {
        Option<string?> order = new("--date-order") { Description = "dmy or mdy, for days such as 03/04/2016 where no day of the column tells.", HelpName = "ORDER" };
        order.AcceptOnlyFromAmong("dmy", "mdy");
        return order;
    }
}
