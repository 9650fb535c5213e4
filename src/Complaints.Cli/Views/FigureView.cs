using Complaints.Cli.CommandLine;
using Complaints.Measures.Figures;
using Complaints.Measures.Output;
using Spectre.Console;

namespace Complaints.Cli.Views;

/// <summary>Writes figures: a table for people, JSON or CSV for machines.</summary>
internal static class FigureView
{
    public static void Write(Terminal terminal, FigureTable table, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Json:
                terminal.Out.WriteLine(FigureJson.Text(table));
                break;
            case OutputFormat.Csv:
                FigureCsv.Write(table, terminal.Out);
                break;
            default:
                WriteTable(terminal, table);
                break;
        }
    }

    /// <summary>One line a group, one column a measure: "51.8  (330 / 6365)".</summary>
    public static void WriteTable(Terminal terminal, FigureTable figures)
    {
        Table table = new Table().Border(TableBorder.Simple);
        foreach (string dimension in figures.Dimensions)
        {
            table.AddColumn(new TableColumn(dimension));
        }

        foreach (MeasureInfo measure in figures.Measures)
        {
            table.AddColumn(new TableColumn($"{measure.Id}\n[grey]{measure.Unit.EscapeMarkup()}[/]").RightAligned());
        }

        foreach (IReadOnlyList<Figure> row in figures.Rows())
        {
            table.AddRow([.. row[0].Dimensions.Select(value => value.Value.EscapeMarkup()), .. row.Select(Cell)]);
        }

        terminal.Display.Write(table);
        Notes(terminal, figures);
    }

    private static string Cell(Figure figure)
    {
        string mark = figure.Incomplete ? " [yellow]*[/]" : "";
        return figure.Denominator is { } denominator
            ? $"{figure.Display.EscapeMarkup()}{mark} [grey]({figure.Numerator:0.##} / {denominator:0.##})[/]"
            : $"{figure.Display.EscapeMarkup()}{mark}";
    }

    private static void Notes(Terminal terminal, FigureTable figures)
    {
        terminal.Display.WriteLine($"As at {figures.AsAt:yyyy-MM-dd}, as known after load {figures.KnownAtLoad}.");
        if (figures.Figures.Any(figure => figure.Incomplete))
        {
            terminal.Display.MarkupLine("[yellow]*[/] incomplete: quarantined rows could belong to it; see 'complaints worklist'.");
        }

        if (figures.Truncated)
        {
            terminal.Display.WriteLine("There are more groups than the limit.");
        }
    }
}
