using System.Globalization;
using Complaints.Cli.CommandLine;
using Complaints.Domain.Text;
using Complaints.Measures.Cases;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Spectre.Console;

namespace Complaints.Cli.Views;

/// <summary>Shows the cases behind a figure: a table for people; JSON or CSV for machines, written as the cases come.</summary>
internal static class CaseView
{
    private const int MostRows = 1_000;

    public static async Task WriteAsync(
        Terminal terminal, CaseListQuery query, IAsyncEnumerable<CaseListPart> parts, OutputFormat format)
    {
        FigureTable? figure = null;
        CaseListEnd? end = null;
        List<CaseEntry> shown = [];
        CaseMachineWriter? machine = null;
        await foreach (CaseListPart part in parts.ConfigureAwait(false))
        {
            figure ??= part.Figure;
            end ??= part.End;
            if (format == OutputFormat.Table)
            {
                shown.AddRange(part.Cases.Take(MostRows - shown.Count));
                continue;
            }

            machine ??= new CaseMachineWriter(terminal.Out, format, query, figure);
            machine.Write(part.Cases);
        }

        machine?.End();
        if (format == OutputFormat.Table)
        {
            Table(terminal.Display, query, figure, shown, end);
        }
    }

    private static void Table(
        IAnsiConsole display, CaseListQuery query, FigureTable? figure, List<CaseEntry> cases, CaseListEnd? end)
    {
        Table table = new Table().Border(TableBorder.Simple)
            .AddColumns("case", "stage", "landlord", "area", "due", "clock", "contact and promises", "why");
        foreach (CaseEntry entry in cases)
        {
            string[] cells =
            [
                entry.CaseReference,
                ((int)entry.Stage).ToString(CultureInfo.InvariantCulture),
                entry.Landlord,
                entry.Subject.ServiceArea.Replace('_', ' '),
                Day(entry.Clock?.DueOn),
                Clock(entry),
                Handling(entry.Handling),
                entry.ExcludedFor?.Replace('_', ' ') ?? entry.Clock?.Why ?? "",
            ];
            table.AddRow([.. cells.Select(cell => cell.EscapeMarkup())]);
        }

        display.Write(table);
        long listed = end?.Listed ?? cases.Count;
        display.WriteLine($"{N(cases.Count)} of {N(listed)} cases{(end?.Truncated == true ? ", and more beyond the limit" : "")}"
            + (cases.Count < listed ? "; --format csv or json has all of them." : "."));
        if (figure is { Figures: [Figure of, ..] })
        {
            bool isQuantile = figure.Measures[0].Kind == MeasureKind.Quantile;
            string made = of.Denominator is not decimal below ? ""
                : isQuantile ? $" (of {below:0.##})"
                : $" ({of.Numerator:0.##} / {below:0.##})";
            display.WriteLine($"Behind {of.Measure}, {MachineJson.Word(query.Part)}: {of.Display}{made}; {N(of.OpenAtCutOff)} wait for an answer.");
            display.WriteLine($"As at {Day(figure.AsAt)}, as known after load {figure.KnownAtLoad}. {of.Population}.");
            if (of.Incomplete)
            {
                display.MarkupLine($"[yellow]Incomplete:[/] {N(of.UnmatchedRows + of.HeldBackRows)} rows held back could be such cases ('complaints worklist list', 'complaints quarantine list').");
            }
        }
    }

    private static string Clock(CaseEntry entry) => entry.Clock switch
    {
        null => "no clock",
        { WorkingDaysLeft: < 0 and int over } => $"{Days(-over)} overdue",
        { WorkingDaysLeft: 0 } => "due today",
        { WorkingDaysLeft: int left } => $"{Days(left)} left",
        _ => $"answered {Day(entry.Days.Responded)}",
    };

    private static string Handling(CaseContacts handling)
    {
        IEnumerable<string> parts =
        [
            .. handling.LastContact is DateOnly last ? [$"last {Day(last)}"] : Array.Empty<string>(),
            .. handling.NextContact is DateOnly next ? [$"next agreed {Day(next)}"] : Array.Empty<string>(),
            .. handling.PromisesOpen > 0
                ? [$"{handling.PromisesOpen} promised{(handling.PromisesOverdue > 0 ? $", {handling.PromisesOverdue} overdue" : "")}"]
                : Array.Empty<string>(),
        ];
        return string.Join("; ", parts);
    }

    private static string Days(int days) => $"{days} working day{(days == 1 ? "" : "s")}";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string N(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
