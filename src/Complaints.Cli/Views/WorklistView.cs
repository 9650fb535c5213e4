using System.Globalization;
using Complaints.Cli.CommandLine;
using Complaints.Etl.Quarantine;
using Spectre.Console;

namespace Complaints.Cli.Views;

/// <summary>Lists rows whose landlord is not certain, with what each could be.</summary>
internal static class WorklistView
{
    public static void Write(Terminal terminal, IReadOnlyList<WorklistEntry> entries, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            terminal.Out.WriteLine(MachineJson.Text(entries.Select(Shape)));
        }
        else
        {
            WriteTable(terminal.Display, entries, entries.Count);
        }
    }

    /// <summary>At most so many entries, each with its best suggestion.</summary>
    public static void WriteTable(IAnsiConsole display, IReadOnlyList<WorklistEntry> entries, int most)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns("where", "rule", "identifier or address", "best suggestion", "why");
        foreach (WorklistEntry entry in entries.Take(most))
        {
            WorklistSuggestion? best = entry.Leading;
            string place = string.Create(CultureInfo.InvariantCulture, $"{entry.Row.FileName}:{entry.Row.Line}");
            string suggestion = best is null
                ? $"none; could be {(entry.Suggestions.Count == 0 ? "anybody's" : string.Join(" or ", entry.Suggestions.Select(other => other.Landlord.Value).Distinct()))}"
                : $"{best.PropertyReference} of {best.Landlord.Value}";
            table.AddRow(
                place.EscapeMarkup(),
                entry.Row.RuleId.EscapeMarkup(),
                (entry.Row.Value ?? "").EscapeMarkup(),
                suggestion.EscapeMarkup(),
                (best is null && !WorklistStore.IsOfHomes(entry.Row.RuleId) ? entry.Row.Hint : entry.Why).EscapeMarkup());
        }

        display.Write(table);
        display.WriteLine(entries.Count > most ? $"{most} of {entries.Count} rows." : $"{entries.Count} rows.");
    }

    private static object Shape(WorklistEntry entry) => new
    {
        entry.Row.FileName,
        entry.Row.Line,
        entry.Row.RuleId,
        Identifier = entry.Row.Value,
        entry.Row.RowKey,
        entry.Day,
        entry.Address,
        Leading = entry.Leading?.PropertyReference,
        entry.Row.Hint,
        Suggestions = entry.Suggestions.Select(suggestion => new
        {
            Landlord = suggestion.Landlord.Value,
            suggestion.PropertyReference,
            suggestion.PropertyAllocator,
            suggestion.Address,
            suggestion.Score,
            suggestion.Why,
        }),
    };
}
