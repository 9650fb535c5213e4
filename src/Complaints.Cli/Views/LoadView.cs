using System.Globalization;
using Complaints.Cli.CommandLine;
using Complaints.Domain.Code;
using Complaints.Domain.Text;
using Complaints.Etl.Conform.Rows;
using Complaints.Etl.Loading;
using Complaints.Warehouse.Loading;
using Spectre.Console;

namespace Complaints.Cli.Views;

/// <summary>What a load did with every row: by fate, by rule, and what waits for a person.</summary>
internal static class LoadView
{
    public static void Write(Terminal terminal, LoadOutcome outcome, OutputFormat format)
    {
        if (format == OutputFormat.Table)
        {
            WriteTables(terminal.Display, outcome);
        }
        else if (format == OutputFormat.Json)
        {
            terminal.Out.WriteLine(MachineJson.Text(Summary(outcome)));
        }
        else
        {
            WriteCsv(terminal.Out, outcome);
        }
    }

    public static void WriteTables(IAnsiConsole display, LoadOutcome outcome)
    {
        display.WriteLine(outcome.DryRun
            ? $"Dry run of {outcome.LoadSet}, extract of {outcome.ExtractDate:yyyy-MM-dd}: nothing was changed."
            : $"Load {outcome.LoadId} of {outcome.LoadSet}, extract of {outcome.ExtractDate:yyyy-MM-dd}.");
        display.Write(FateTable(outcome));
        RuleTable(display, "held back under", outcome.Files.Select(file => file.QuarantinedByRule));
        RuleTable(display, "corrected by", outcome.Files.Select(file => file.CorrectedByRule));
        Worklist(display, outcome.Worklist);
        foreach (FileOutcome file in outcome.Files)
        {
            Clocks(display, file);
        }

        foreach (string notice in outcome.Notices)
        {
            display.WriteLine(notice);
        }
    }

    private static void Clocks(IAnsiConsole display, FileOutcome file)
    {
        if (file.Clocks.Count > 0)
        {
            display.WriteLine($"{file.FileName}: clocks ran from "
                + string.Join("; ", file.Clocks.Select(of => $"{of.Start}, stage {(int)of.Stage} under {of.Rule}: {N(of.Stages)}")) + ".");
        }

        foreach (AbsentField absent in file.AbsentFields)
        {
            display.WriteLine($"{file.FileName}: the mapping has no '{absent.Field}': {absent.Consequence}.");
        }
    }

    private static Table FateTable(LoadOutcome outcome)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumn("file");
        foreach (string heading in (string[])["read", "loaded", "unchanged", "quarantined", "added", "changed", "ended", "withdrawn"])
        {
            table.AddColumn(new TableColumn(heading).RightAligned());
        }

        foreach (FileOutcome file in outcome.Files)
        {
            table.AddRow(Row(file.FileName, file.RowsRead, file.RowsLoaded, file.RowsUnchanged, file.RowsQuarantined, file.Plan));
        }

        return table;
    }

    private static string[] Row(string name, long read, long loaded, long unchanged, long quarantined, MergeCounts plan) =>
        [
            name.EscapeMarkup(),
            .. ((long[])[read, loaded, unchanged, quarantined, plan.Added, plan.Changed, plan.Closed, plan.Withdrawn]).Select(N),
        ];

    private static void RuleTable(IAnsiConsole display, string title, IEnumerable<IReadOnlyDictionary<string, long>> counts)
    {
        List<KeyValuePair<string, long>> rules =
        [
            .. counts.SelectMany(file => file).GroupBy(rule => rule.Key, rule => rule.Value)
                .Select(rule => KeyValuePair.Create(rule.Key, rule.Sum()))
                .OrderByDescending(rule => rule.Value).ThenBy(rule => rule.Key, StringComparer.Ordinal),
        ];
        if (rules.Count > 0)
        {
            display.WriteLine($"Rows {title}: {string.Join(", ", rules.Select(rule => $"{rule.Key} {N(rule.Value)}"))}");
        }
    }

    private static void Worklist(IAnsiConsole display, WorklistSummary worklist)
    {
        if (worklist.Unmatched + worklist.Ambiguous + worklist.OfNames == 0)
        {
            return;
        }

        string landlords = string.Join(", ", worklist.ByLandlord.OrderBy(landlord => landlord.Key, StringComparer.Ordinal)
            .Select(landlord => $"{landlord.Key} {N(landlord.Value)}"));
        string names = worklist.OfNames == 0 ? "" : $", {N(worklist.OfNames)} with a landlord's name in doubt";
        string could = landlords.Length == 0 ? "anybody's" : landlords;
        display.WriteLine($"Worklist: {N(worklist.Unmatched)} unmatched, {N(worklist.Ambiguous)} ambiguous{names}; could be: {could}. See 'complaints worklist list'.");
    }

    private static object Summary(LoadOutcome outcome) => new
    {
        outcome.LoadId,
        outcome.LoadSet,
        outcome.ExtractDate,
        outcome.DryRun,
        Files = outcome.Files.Select(file => new
        {
            file.FileName,
            file.Target,
            file.RowsRead,
            file.RowsLoaded,
            file.RowsUnchanged,
            file.RowsQuarantined,
            file.Plan.Added,
            file.Plan.Changed,
            file.Plan.Closed,
            file.Plan.Withdrawn,
            file.QuarantinedByRule,
            file.CorrectedByRule,
            Clocks = file.Clocks.Select(of => new
            {
                of.Rule,
                Stage = (int)of.Stage,
                From = of.Start,
                FellBack = of.Origin is ClockOrigin.NotRecorded or ClockOrigin.AfterAnswer,
                of.Stages,
            }),
            file.AbsentFields,
        }),
        outcome.Worklist,
        outcome.Notices,
        outcome.Review,
        Controls = outcome.Reconciliation.Select(control => new { control.Control, control.Expected, control.Actual, control.Passed }),
    };

    private static void WriteCsv(TextWriter output, LoadOutcome outcome)
    {
        output.WriteLine("file,target,rows_read,rows_loaded,rows_unchanged,rows_quarantined,added,changed,closed,withdrawn");
        foreach (FileOutcome file in outcome.Files)
        {
            MergeCounts plan = file.Plan;
            long[] counts =
            [
                file.RowsRead,
                file.RowsLoaded,
                file.RowsUnchanged,
                file.RowsQuarantined,
                plan.Added,
                plan.Changed,
                plan.Closed,
                plan.Withdrawn,
            ];
            output.WriteLine(
                CsvLine.Of([file.FileName, file.Target, .. counts.Select(count => count.ToString(CultureInfo.InvariantCulture))]));
        }
    }

    private static string N(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
