using System.Globalization;
using Complaints.Cli.CommandLine;
using Complaints.Domain.Text;
using Complaints.Measures.Comparators;
using Spectre.Console;

namespace Complaints.Cli.Views;

/// <summary>Writes comparators, never without the rules they depend on.</summary>
internal static class ComparatorView
{
    public static void Write(Terminal terminal, IReadOnlyList<Comparator> comparators, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Json:
                terminal.Out.WriteLine(MachineJson.Text(comparators));
                break;
            case OutputFormat.Csv:
                WriteCsv(terminal, comparators);
                break;
            default:
                WriteTable(terminal, comparators);
                break;
        }
    }

    private static void WriteTable(Terminal terminal, IReadOnlyList<Comparator> comparators)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns("measure", "unit");
        foreach (string heading in (string[])["Q1", "median", "Q3", "landlords"])
        {
            table.AddColumn(new TableColumn(heading).RightAligned());
        }

        foreach (Comparator comparator in comparators)
        {
            table.AddRow(
                comparator.Measure.EscapeMarkup(),
                comparator.Unit.EscapeMarkup(),
                comparator.Q1.Display.EscapeMarkup(),
                comparator.Median.Display.EscapeMarkup(),
                comparator.Q3.Display.EscapeMarkup(),
                comparator.Landlords.ToString(CultureInfo.InvariantCulture));
        }

        terminal.Display.Write(table);
        foreach (string rule in comparators.SelectMany(
            comparator => (string[])[comparator.Population, comparator.ZeroRule, comparator.Source]).Distinct())
        {
            terminal.Display.WriteLine(rule);
        }
    }

    private static void WriteCsv(Terminal terminal, IReadOnlyList<Comparator> comparators)
    {
        terminal.Out.WriteLine("measure,year,stock_type,q1,median,q3,landlords,zeros_dropped,undefined,zero_rule,publisher");
        foreach (Comparator c in comparators)
        {
            string[] counts =
            [
                .. ((int[])[c.Landlords, c.ZerosDropped, c.Undefined]).Select(count => count.ToString(CultureInfo.InvariantCulture)),
            ];
            terminal.Out.WriteLine(
                CsvLine.Of(
                    [c.Measure, c.Year, c.StockType, c.Q1.Display, c.Median.Display, c.Q3.Display, .. counts, c.ZeroRule, c.Publisher]));
        }
    }
}
