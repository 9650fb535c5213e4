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
        Standing? asked = comparators.Select(comparator => comparator.Own).FirstOrDefault(own => own is not null);
        string[] ownColumns = asked is null ? [] : [asked.Landlord.EscapeMarkup(), "rank", "quarter"];
        foreach (string heading in (string[])["Q1", "median", "Q3", "landlords", .. ownColumns])
        {
            table.AddColumn(new TableColumn(heading).RightAligned());
        }

        foreach (Comparator comparator in comparators)
        {
            string[] own = comparator.Own is Standing standing
                ? [
                    standing.Display.Length == 0 ? "–" : standing.Display.EscapeMarkup(),
                    standing.Rank is int rank ? FormattableString.Invariant($"{rank} of {standing.Of}") : "–",
                    standing.Quarter?.ToString(CultureInfo.InvariantCulture) ?? "–",
                ]
                : [];
            table.AddRow(
            [
                comparator.Measure.EscapeMarkup(),
                comparator.Unit.EscapeMarkup(),
                comparator.Q1.Display.EscapeMarkup(),
                comparator.Median.Display.EscapeMarkup(),
                comparator.Q3.Display.EscapeMarkup(),
                comparator.Landlords.ToString(CultureInfo.InvariantCulture),
                .. own,
            ]);
        }

        terminal.Display.Write(table);
        foreach (string rule in comparators.SelectMany(
            comparator => (string[])[comparator.Population, comparator.ZeroRule, comparator.Source]).Distinct())
        {
            terminal.Display.WriteLine(rule);
        }

        if (asked is not null)
        {
            terminal.Display.WriteLine("Rank 1 is the highest value and quarter 1 the lowest, whether high is good or not.");
        }

        foreach (string why in comparators.Where(one => one.Own is { WhyNot.Length: > 0 })
            .Select(one => $"{one.Measure} of {one.Own!.Landlord} has no rank: {one.Own.WhyNot}."))
        {
            terminal.Display.WriteLine(why);
        }
    }

    private static void WriteCsv(Terminal terminal, IReadOnlyList<Comparator> comparators)
    {
        terminal.Out.WriteLine("measure,year,stock_type,q1,median,q3,landlords,zeros_dropped,undefined,zero_rule,publisher,own,own_value,own_rank,own_quarter,own_why_not");
        foreach (Comparator c in comparators)
        {
            string[] counts =
            [
                .. ((int[])[c.Landlords, c.ZerosDropped, c.Undefined]).Select(count => count.ToString(CultureInfo.InvariantCulture)),
            ];
            terminal.Out.WriteLine(
                CsvLine.Of(
                    [
                        .. (string[])[c.Measure, c.Year, c.StockType, c.Q1.Display, c.Median.Display, c.Q3.Display],
                        .. counts,
                        c.ZeroRule,
                        c.Publisher,
                        .. Cells(c.Own),
                    ]));
        }
    }

    private static IEnumerable<string> Cells(Standing? own) =>
    [
        own?.Landlord ?? "",
        own?.Display ?? "",
        own?.Rank?.ToString(CultureInfo.InvariantCulture) ?? "",
        own?.Quarter?.ToString(CultureInfo.InvariantCulture) ?? "",
        own?.WhyNot ?? "",
    ];
}
