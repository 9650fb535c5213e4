using System.Globalization;
using Complaints.Cli.CommandLine;
using Complaints.Domain.Errors;
using Complaints.Etl.Quarantine;
using Spectre.Console;

namespace Complaints.Cli.Views;

/// <summary>Lists quarantined rows: where each stands, what broke which rule, and how to mend it.</summary>
internal static class QuarantineView
{
    public static void Write(Terminal terminal, IReadOnlyList<QuarantineEntry> entries, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Json:
                terminal.Out.WriteLine(MachineJson.Text(entries));
                break;
            case OutputFormat.Csv:
                throw new UsageException("A list is not written as CSV.", "--format", "table or json", "'complaints quarantine export' writes the rows themselves as CSV");
            default:
                WriteTable(terminal, entries);
                break;
        }
    }

    private static void WriteTable(Terminal terminal, IReadOnlyList<QuarantineEntry> entries)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns("id", "where", "rule", "column", "value", "expected", "how to mend it");
        bool showsStatus = entries.Any(entry => entry.ResolvedByLoad is not null);
        if (showsStatus)
        {
            table.AddColumn("status");
        }

        foreach (QuarantineEntry entry in entries)
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"{entry.FileName}:{entry.Line}");
            string?[] cells = [entry.Id.ToString(CultureInfo.InvariantCulture), place, entry.RuleId, entry.Column, entry.Value, entry.Expected, entry.Hint, .. showsStatus ? [Status(entry)] : Array.Empty<string>()];
            table.AddRow([.. cells.Select(text => (text ?? "").EscapeMarkup())]);
        }

        terminal.Display.Write(table);
        terminal.Display.WriteLine(entries.Count == 1 ? "1 row." : string.Create(CultureInfo.InvariantCulture, $"{entries.Count:N0} rows."));
    }

    private static string Status(QuarantineEntry entry) => entry switch
    {
        { Dismissal: QuarantineDismissal dismissal } => string.Create(
            CultureInfo.InvariantCulture, $"{entry.Status} by {dismissal.By}, {dismissal.At:yyyy-MM-dd}: {dismissal.Reason}"),
        { ResolvedByLoad: int load } => string.Create(CultureInfo.InvariantCulture, $"{entry.Status} by load {load}"),
        _ => entry.Status,
    };
}

/// <summary>Lists rows whose landlord is not certain, with what each could be.</summary>
internal static class WorklistView
{
    public static void Write(Terminal terminal, IReadOnlyList<WorklistEntry> entries, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Json:
                terminal.Out.WriteLine(MachineJson.Text(entries.Select(Shape)));
                break;
            case OutputFormat.Csv:
                throw new UsageException("A list is not written as CSV.", "--format", "table or json", "'complaints worklist export' writes the file for review");
            default:
                WriteTable(terminal.Display, entries, entries.Count);
                break;
        }
    }

    /// <summary>At most so many entries, each with its best suggestion.</summary>
    public static void WriteTable(IAnsiConsole display, IReadOnlyList<WorklistEntry> entries, int most)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns("where", "rule", "identifier", "best suggestion", "why");
        foreach (WorklistEntry entry in entries.Take(most))
        {
            WorklistSuggestion? best = entry.Suggestions.FirstOrDefault(suggestion => suggestion.PropertyReference is not null);
            string place = string.Create(CultureInfo.InvariantCulture, $"{entry.Row.FileName}:{entry.Row.Line}");
            string suggestion = best is null
                ? $"none; could be {string.Join(" or ", entry.Suggestions.Select(other => other.Landlord.Value).Distinct())}"
                : $"{best.PropertyReference} of {best.Landlord.Value}";
            table.AddRow(
                place.EscapeMarkup(), entry.Row.RuleId.EscapeMarkup(), (entry.Row.Value ?? "").EscapeMarkup(), suggestion.EscapeMarkup(), (best?.Why ?? "").EscapeMarkup());
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
        Suggestions = entry.Suggestions.Select(suggestion => new
        {
            Landlord = suggestion.Landlord.Value,
            suggestion.PropertyReference,
            suggestion.PropertyAllocator,
            suggestion.Score,
            suggestion.Why,
        }),
    };
}
