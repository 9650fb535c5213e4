using System.Globalization;
using Complaints.Cli.CommandLine;
using Complaints.Etl.Quarantine;
using Spectre.Console;

namespace Complaints.Cli.Views;

/// <summary>Lists quarantined rows: where each stands, what broke which rule, and how to mend it.</summary>
internal static class QuarantineView
{
    public static void Write(Terminal terminal, IReadOnlyList<QuarantineEntry> entries, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            terminal.Out.WriteLine(MachineJson.Text(entries));
        }
        else
        {
            WriteTable(terminal, entries);
        }
    }

    private static void WriteTable(Terminal terminal, IReadOnlyList<QuarantineEntry> entries)
    {
        Table table = new Table()
            .Border(TableBorder.Simple)
            .AddColumns("id", "where", "rule", "column", "value", "expected", "how to mend it");
        bool showsStatus = entries.Any(entry => entry.ResolvedByLoad is not null);
        if (showsStatus)
        {
            table.AddColumn("status");
        }

        foreach (QuarantineEntry entry in entries)
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"{entry.FileName}:{entry.Line}");
            string?[] cells =
            [
                entry.Id.ToString(CultureInfo.InvariantCulture),
                place,
                entry.RuleId,
                entry.Column,
                entry.Value,
                entry.Expected,
                entry.Hint,
                .. showsStatus ? [Status(entry)] : Array.Empty<string>(),
            ];
            table.AddRow([.. cells.Select(text => (text ?? "").EscapeMarkup())]);
        }

        terminal.Display.Write(table);
        terminal.Display.WriteLine(
            entries.Count == 1 ? "1 row." : string.Create(CultureInfo.InvariantCulture, $"{entries.Count:N0} rows."));
    }

    private static string Status(QuarantineEntry entry) => entry switch
    {
        { Dismissal: QuarantineDismissal dismissal } => string.Create(
            CultureInfo.InvariantCulture, $"{entry.Status} by {dismissal.By}, {dismissal.At:yyyy-MM-dd}: {dismissal.Reason}"),
        { ResolvedByLoad: int load } => string.Create(CultureInfo.InvariantCulture, $"{entry.Status} by load {load}"),
        _ => entry.Status,
    };
}
