using System.Globalization;
using Complaints.Cli.CommandLine;
using Complaints.Etl.History;
using Spectre.Console;

namespace Complaints.Cli.Views;

/// <summary>Shows what was loaded when, and what a load changed.</summary>
internal static class LoadsView
{
    public static void Write(Terminal terminal, IReadOnlyList<PastLoad> loads, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            terminal.Out.WriteLine(MachineJson.Text(loads));
            return;
        }

        terminal.Display.Write(Table(loads));
        terminal.Display.WriteLine(loads.Count == 0
            ? "Nothing was loaded yet."
            : "Facts: + added, ~ changed, - withdrawn. 'complaints loads show LOAD' tells what a load changed.");
    }

    public static void Write(Terminal terminal, LoadChanges changes, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            terminal.Out.WriteLine(MachineJson.Text(changes));
            return;
        }

        terminal.Display.Write(Table([changes.Load]));
        foreach (string line in Rows(changes).Concat(Homes(changes)).Concat(Records(changes)).Concat(Stages(changes)))
        {
            terminal.Display.WriteLine(line);
        }

        if (changes.Changes.Count > 0)
        {
            terminal.Display.Write(Table(changes.Changes));
            long all = changes.Stages.Values.Sum();
            terminal.Display.WriteLine(changes.Changes.Count < all && changes.Changes.Count == Domain.Limits.ChangesShown
                ? $"The first {N(changes.Changes.Count)} of {N(all)} stages; --case REF tells of one case."
                : $"{N(changes.Changes.Count)} stage{(changes.Changes.Count == 1 ? "" : "s")}.");
        }
    }

    private static Table Table(IReadOnlyList<PastLoad> loads)
    {
        Table table = new Table().Border(TableBorder.Simple)
            .AddColumns("load", "set", "extract day", "file", "rows are", "read", "loaded", "unchanged", "held back", "facts");
        foreach (PastLoad load in loads)
        {
            table.AddRow(Cells(
                load.Load.ToString(CultureInfo.InvariantCulture),
                load.LoadSet,
                Day(load.ExtractDate),
                "",
                "",
                N(load.RowsRead),
                N(load.RowsLoaded),
                N(load.RowsUnchanged),
                N(load.RowsHeldBack),
                $"+{N(load.Facts.Added)} ~{N(load.Facts.Changed)} -{N(load.Facts.Withdrawn)}"));
            foreach (PastFile file in load.Files)
            {
                table.AddRow(Cells(
                    "",
                    "",
                    "",
                    file.File,
                    $"{file.Target} of {file.Source}, {file.Mode}{Fresh(load, file)}",
                    N(file.RowsRead),
                    N(file.RowsLoaded),
                    N(file.RowsUnchanged),
                    N(file.RowsHeldBack),
                    ""));
            }
        }

        return table;
    }

    private static Table Table(IEnumerable<StageChange> changes)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns("case", "stage", "what", "field", "old", "new");
        foreach (StageChange change in changes)
        {
            string[] stage = [change.CaseReference, change.Stage.ToString(CultureInfo.InvariantCulture), change.Fate];
            IEnumerable<FieldChange> fields = change.Fields.Count == 0 ? [new FieldChange("", "", "")] : change.Fields;
            foreach ((int at, FieldChange field) in fields.Index())
            {
                string[] first = at == 0 ? stage : ["", "", ""];
                table.AddRow(Cells([.. first, field.Field.Replace('_', ' '), field.Old ?? "none", field.New ?? "none"]));
            }
        }

        return table;
    }

    private static IEnumerable<string> Rows(LoadChanges changes)
    {
        foreach (RuleCount count in changes.HeldBack)
        {
            yield return $"Held back by {count.Rule}: {N(count.Rows)}, {(count.Status == "open" ? "still open" : $"{count.Status} since")}.";
        }

        foreach (RuleCount count in changes.Settled)
        {
            yield return $"Held back before by {count.Rule}, and {count.Status} by this load: {N(count.Rows)}.";
        }
    }

    private static IEnumerable<string> Homes(LoadChanges changes) => changes.Homes.Select(homes =>
        $"Homes of {homes.Landlord}, {homes.StockType}, {homes.Year}: {(homes.Old is long old ? N(old) : "none")} to {(homes.New is long now ? N(now) : "none")}.");

    private static IEnumerable<string> Records(LoadChanges changes) => changes.Records.Select(records =>
        $"Records of the kind {records.Target}: {string.Join(", ", records.ByFate.Select(fate => $"{N(fate.Value)} {fate.Key}"))}.");

    private static IEnumerable<string> Stages(LoadChanges changes)
    {
        yield return changes.Stages.Count == 0
            ? "No stage of a complaint was changed."
            : $"Stages of complaints: {string.Join(", ", changes.Stages.Select(fate => $"{N(fate.Value)} {fate.Key}"))}.";
        if (changes.Fields.Count > 0)
        {
            yield return $"Of the changed ones: {string.Join(", ", changes.Fields.OrderByDescending(field => field.Value).Select(field => $"{field.Key.Replace('_', ' ')} {N(field.Value)}"))}.";
        }
    }

    private static string Fresh(PastLoad load, PastFile file) =>
        file.FreshForDays is int days ? $", fresh to {Day(load.ExtractDate.AddDays(days))}" : "";

    private static string[] Cells(params IEnumerable<string> cells) => [.. cells.Select(cell => cell.EscapeMarkup())];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string N(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
