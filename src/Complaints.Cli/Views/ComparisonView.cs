using System.Globalization;
using Complaints.Cli.CommandLine;
using Complaints.Domain.Text;
using Complaints.Measures.Comparing;
using Complaints.Measures.Figures;
using Spectre.Console;

namespace Complaints.Cli.Views;

/// <summary>Writes figures beside those that they are compared with: a line a figure for people, one a comparison in CSV.</summary>
internal static class ComparisonView
{
    private const int Most = 12;

    private static readonly string[] s_fields =
    [
        "measure", "unit", "numerator", "denominator", "value", "display", "incomplete", "with", "from", "to", "as_at",
        "compared_numerator", "compared_denominator", "compared_value", "compared_display", "compared_incomplete", "records_begin",
        "change", "change_percent", "why_not",
    ];

    public static void Write(Terminal terminal, ComparisonTable table, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Json:
                terminal.Out.WriteLine(MachineJson.Text(table.Table.Figures.Select((figure, at) => Machine(figure, table.Compared[at]))));
                break;
            case OutputFormat.Csv:
                WriteCsv(terminal.Out, table);
                break;
            default:
                WriteTable(terminal, table);
                break;
        }
    }

    private static void WriteTable(Terminal terminal, ComparisonTable compared)
    {
        FigureTable figures = compared.Table;
        ComparisonKind[] kinds = compared.Compared.Count == 0 ? [] : [.. compared.Compared[0].Select(beside => beside.With)];
        Table table = new Table().Border(TableBorder.Simple);
        table.AddColumns([.. figures.Dimensions.Select(dimension => dimension.EscapeMarkup()), "measure"]);
        foreach (string heading in kinds.SelectMany(Headings).Prepend("figure"))
        {
            table.AddColumn(new TableColumn(heading).RightAligned());
        }

        foreach ((int at, Figure figure) in figures.Figures.Index())
        {
            table.AddRow(
            [
                .. figure.Dimensions.Select(value => value.Value.EscapeMarkup()),
                figure.Measure.EscapeMarkup(),
                Cell(figure.Display, figure.Incomplete, false),
                .. compared.Compared[at].SelectMany(beside => Headings(beside.With).Select((_, column) => column > 0
                    ? beside.ChangeDisplay.EscapeMarkup()
                    : beside.WhyNot.Length > 0 ? "–"
                    : Cell(beside.Display, beside.Incomplete, beside.RecordsBegin is not null))),
            ]);
        }

        terminal.Display.Write(table);
        Notes(terminal, compared);
    }

    private static void Notes(Terminal terminal, ComparisonTable compared)
    {
        FigureTable figures = compared.Table;
        terminal.Display.WriteLine(figures.AsAt is null
            ? "Nothing of what these measures count was loaded yet."
            : $"As at {figures.AsAt:yyyy-MM-dd}, as known after load {figures.KnownAtLoad}. Changes are in the measure's unit; of shares, in percentage points.");
        List<ComparedFigure> all = [.. compared.Compared.SelectMany(beside => beside)];
        foreach (string days in all.Where(one => one.WhyNot.Length == 0).Select(Days).Distinct().Take(Most))
        {
            terminal.Display.WriteLine(days);
        }

        foreach (string why in all.Where(one => one.WhyNot.Length > 0)
            .Select(one => $"– {ComparisonWords.Title(one.With)}: {one.WhyNot.TrimEnd('.')}.").Distinct().Take(Most))
        {
            terminal.Display.WriteLine(why);
        }

        if (all.Any(one => one.RecordsBegin is not null))
        {
            string months = string.Join(", ", all.Select(one => one.RecordsBegin).OfType<DateOnly>().Distinct().Order().Take(Most)
                .Select(month => month.ToString("yyyy-MM", CultureInfo.InvariantCulture)));
            terminal.Display.WriteLine($"° covers less than its days: the complaints that are known begin in {months}.");
        }

        if (figures.Figures.Any(figure => figure.State == CellState.Suppressed) || all.Any(one => one.State == CellState.Suppressed))
        {
            terminal.Display.WriteLine($"{Figure.Withheld} alone: not shown, {Figure.WhyWithheld}.");
        }

        if (figures.Figures.Any(figure => figure.Incomplete) || all.Any(one => one.Incomplete))
        {
            terminal.Display.MarkupLine("[yellow]*[/] incomplete; 'complaints query' tells by what.");
        }
    }

    private static IReadOnlyList<string> Headings(ComparisonKind kind) =>
        kind is ComparisonKind.PriorYear or ComparisonKind.SamePeriodLastYear
            ? [ComparisonWords.Title(kind), "change"]
            : [ComparisonWords.Title(kind)];

    private static string Days(ComparedFigure one) =>
        FormattableString.Invariant($"{ComparisonWords.Title(one.With)}: {one.From:yyyy-MM-dd} to {one.To:yyyy-MM-dd}, as at {one.AsAt:yyyy-MM-dd}.");

    private static string Cell(string display, bool incomplete, bool begins) =>
        $"{display.EscapeMarkup()}{(incomplete ? "[yellow]*[/]" : "")}{(begins ? "°" : "")}";

    private static object Machine(Figure figure, IReadOnlyList<ComparedFigure> compared) => new
    {
        Group = figure.Dimensions.ToDictionary(value => value.Dimension, value => value.Value),
        figure.Measure,
        figure.Unit,
        Numerator = Shown(figure),
        figure.Denominator,
        figure.Value,
        figure.Display,
        figure.State,
        figure.Incomplete,
        figure.AsAt,
        Compared = compared,
    };

    private static void WriteCsv(TextWriter output, ComparisonTable table)
    {
        output.Write(CsvLine.Of(table.Table.Dimensions.Concat(s_fields)) + "\n");
        foreach ((int at, Figure figure) in table.Table.Figures.Index())
        {
            foreach (ComparedFigure beside in table.Compared[at])
            {
                output.Write(CsvLine.Of(figure.Dimensions.Select(value => value.Value).Concat(Cells(figure, beside))) + "\n");
            }
        }
    }

    private static IEnumerable<string> Cells(Figure figure, ComparedFigure beside) =>
    [
        figure.Measure,
        figure.Unit,
        Text(Shown(figure)),
        Text(figure.Denominator),
        Text(figure.Value),
        figure.Display,
        figure.Incomplete ? "true" : "false",
        ComparisonWords.Of(beside.With),
        Text(beside.From),
        Text(beside.To),
        Text(beside.AsAt),
        Text(beside.Numerator),
        Text(beside.Denominator),
        Text(beside.Value),
        beside.Display,
        beside.Incomplete ? "true" : "false",
        Text(beside.RecordsBegin),
        beside.ChangeDisplay,
        Text(beside.ChangePercent),
        beside.WhyNot,
    ];

    private static decimal? Shown(Figure figure) => figure.State == CellState.Suppressed ? null : figure.Numerator;

    private static string Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
