using System.Globalization;
using Complaints.Cli.CommandLine;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Output;
using Complaints.Measures.Queries;
using Spectre.Console;

namespace Complaints.Cli.Views;

/// <summary>Writes figures: a table for people, JSON or CSV for machines.</summary>
internal static class FigureView
{
    private const int MostLines = 12;

    private static readonly string[] s_told = ["landlord", "reporting_year"];

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

    /// <summary>
    /// One line a group, one column a measure: "51.8  (330 / 6365)". Where the window is too narrow, one line a group and measure.
    /// </summary>
    public static void WriteTable(Terminal terminal, FigureTable figures)
    {
        IReadOnlyList<IReadOnlyList<Figure>> rows = [.. Shown(figures)];
        IReadOnlyList<(string Heading, string[] Cells)> columns =
        [
            .. figures.Dimensions.Select(
                (dimension, at) => (dimension, rows.Select(row => row[0].Dimensions[at].Value.EscapeMarkup()).ToArray())),
            .. figures.Measures.Select((measure, at) => (Heading(measure), rows.Select(row => Cell(row[at], measure)).ToArray())),
        ];
        terminal.Display.Write(Fitting(terminal.Display.Profile.Width, figures, rows, columns));
        if (rows.Count == 0)
        {
            terminal.Display.WriteLine(figures.HasRowsHeldBack
                ? "Nothing is loaded for these filters and this period."
                : "Nothing is recorded for these filters and this period: no homes, and no complaint that counts.");
        }

        Notes(terminal, figures);
    }

    private static Table Fitting(
        int width, FigureTable figures, IReadOnlyList<IReadOnlyList<Figure>> rows, IReadOnlyList<(string Heading, string[] Cells)> columns)
    {
        int dimensions = figures.Dimensions.Count;
        foreach (Func<string, string> shape in (Func<string, string>[])[heading => heading, NarrowId])
        {
            if (ColumnHeading.Fit(width, columns.Select(column => column.Cells.Prepend(shape(column.Heading)))))
            {
                return Beside(
                    [.. columns.Select(column => shape(column.Heading))],
                    dimensions,
                    rows.Select((_, at) => columns.Select(column => column.Cells[at])));
            }
        }

        return Beside(
            [.. figures.Dimensions.Select(ColumnHeading.Narrow), "measure", "figure"],
            dimensions + 1,
            rows.SelectMany((row, at) => columns.Skip(dimensions).Zip(figures.Measures).Select(pair =>
                (IEnumerable<string>)
                [
                    .. columns.Take(dimensions).Select(column => column.Cells[at]), pair.Second.Id.EscapeMarkup(), pair.First.Cells[at],
                ])));
    }

    private static Table Beside(IReadOnlyList<string> headings, int texts, IEnumerable<IEnumerable<string>> rows)
    {
        Table table = new Table().Border(TableBorder.Simple);
        foreach ((int at, string heading) in headings.Index())
        {
            TableColumn column = new(heading);
            table.AddColumn(at < texts ? column : column.RightAligned());
        }

        foreach (IEnumerable<string> row in rows)
        {
            table.AddRow([.. row]);
        }

        return table;
    }

    private static string Heading(MeasureInfo measure) => $"{measure.Id}\n[grey]{measure.Unit.EscapeMarkup()}[/]";

    // The unit below the id stays as it is.
    private static string NarrowId(string heading)
    {
        string[] lines = heading.Split('\n');
        return string.Join('\n', lines.Skip(1).Prepend(ColumnHeading.Narrow(lines[0])));
    }

    // Other tenures' complaints are left out of most measures: a group of nothing but that tells people nothing. A period in which a group
    // that tells something has nothing does.
    private static IEnumerable<IReadOnlyList<Figure>> Shown(FigureTable figures)
    {
        HashSet<string> telling = [.. figures.Rows().Where(row => row.Any(SaysSomething)).Select(Group)];
        return figures.Rows().Where(row => figures.RowCount == 1 || telling.Contains(Group(row)));
    }

    private static string Group(IReadOnlyList<Figure> row) => string.Join(
        '\0', row[0].Dimensions.Where(value => !Dimensions.Find(value.Dimension).IsPeriod).Select(value => value.Value));

    private static bool SaysSomething(Figure figure) =>
        figure.State == CellState.Suppressed || figure.Numerator != 0 || figure.Denominator is not (null or 0) || figure.Incomplete;

    private static string Cell(Figure figure, MeasureInfo measure)
    {
        if (figure.State == CellState.Suppressed)
        {
            return Figure.Withheld;
        }

        if (figure.Share is FigureShare share)
        {
            string percent = share.Value is null ? share.Display : $"{share.Display} %";
            return $"{figure.Display.EscapeMarkup()}{(figure.Incomplete ? " [yellow]*[/]" : "")} [grey]({percent.EscapeMarkup()})[/]";
        }

        string mark = figure.Incomplete ? " [yellow]*[/]" : "";
        return figure.Denominator is { } denominator
            ? measure.Kind == MeasureKind.Quantile ? $"{figure.Display.EscapeMarkup()}{mark} [grey](of {denominator:0.##})[/]"
            : $"{figure.Display.EscapeMarkup()}{mark} [grey]({figure.Numerator:0.##} / {denominator:0.##})[/]"
            : $"{figure.Display.EscapeMarkup()}{mark}";
    }

    // Rows of the table mostly differ in what no row held back can be told by, such as the stock type: they share a line.
    private static void HeldBackLines(Terminal terminal, FigureTable figures)
    {
        var lines = figures.Rows()
            .Where(row => row.Any(figure => figure.UnmatchedRows > 0 || figure.HeldBackRows > 0))
            .GroupBy(HeldBack, Whose, StringComparer.Ordinal)
            .Select(line => $"  {string.Join("; ", line.Distinct(StringComparer.Ordinal))}: {line.Key}")
            .ToList();
        foreach (string line in lines.Take(MostLines))
        {
            terminal.Display.WriteLine(line);
        }

        if (lines.Count > MostLines)
        {
            terminal.Display.WriteLine($"  and {N(lines.Count - MostLines)} more; --format json has all of them.");
        }
    }

    private static string Whose(IReadOnlyList<Figure> row)
    {
        string[] values = [.. s_told.Select(row[0].ValueOf).OfType<string>()];
        return values.Length == 0 ? "in all" : string.Join(' ', values);
    }

    // A rule holds back as many rows of each figure, unless homes come in: then the figures with homes have more.
    private static string HeldBack(IReadOnlyList<Figure> row)
    {
        IEnumerable<string> unmatched = row[0].UnmatchedRows > 0 ? [$"unmatched {N(row[0].UnmatchedRows)}"] : [];
        IEnumerable<string> rules = row.SelectMany(figure => figure.HeldBack)
            .GroupBy(count => count.Rule, (rule, counts) => (Rule: rule, Rows: counts.Max(count => count.Rows)))
            .OrderByDescending(count => count.Rows).ThenBy(count => count.Rule, StringComparer.Ordinal)
            .Select(count => $"{count.Rule} {N(count.Rows)}");
        return string.Join(", ", unmatched.Concat(rules));
    }

    private static string N(long rows) => rows.ToString("N0", CultureInfo.InvariantCulture);

    private static void Notes(Terminal terminal, FigureTable figures)
    {
        terminal.Display.WriteLine(figures.AsAt is null
            ? "Nothing of what these measures count was loaded yet."
            : $"As at {figures.AsAt:yyyy-MM-dd}, as known after load {figures.KnownAtLoad}.");
        foreach (string earlier in Earlier(figures))
        {
            terminal.Display.WriteLine(earlier);
        }

        foreach (string stale in Stale(figures))
        {
            terminal.Display.WriteLine(stale);
        }

        foreach (string left in LeftOut(figures))
        {
            terminal.Display.WriteLine(left);
        }

        foreach (string faults in Extensions(figures))
        {
            terminal.Display.WriteLine(faults);
        }

        foreach (string start in ClockStarts(figures))
        {
            terminal.Display.WriteLine(start);
        }

        foreach (string days in Begun(figures))
        {
            terminal.Display.WriteLine(days);
        }

        if (figures.Figures.Any(figure => figure.State == CellState.Suppressed))
        {
            terminal.Display.WriteLine($"{Figure.Withheld} alone: not shown, {Figure.WhyWithheld}.");
        }

        if (figures.Figures.Any(figure => figure.Incomplete))
        {
            terminal.Display.MarkupLine("[yellow]*[/] incomplete: rows held back could belong to it (see 'complaints worklist list' and 'complaints quarantine list'), homes are missing from the stock, or complaints of some homes are not told yet.");
            HeldBackLines(terminal, figures);
        }
        else if (figures.HasRowsHeldBack)
        {
            terminal.Display.WriteLine("Rows held back could belong here, in groups that have no line (see 'complaints worklist list' and 'complaints quarantine list').");
        }

        if (figures.Truncated)
        {
            terminal.Display.WriteLine("There are more groups than the limit.");
        }
    }

    // A source tells nothing of the days after its last extract, however far the others go.
    private static IEnumerable<string> Earlier(FigureTable figures) => figures.Figures
        .Where(figure => figure.KnownTo < figures.AsAt)
        .GroupBy(figure => figure.KnownTo!.Value, figure => figure.ValueOf("landlord"))
        .Select(day => day.First() is null
            ? $"A source of these complaints knows events up to {day.Key:yyyy-MM-dd} only."
            : $"Known up to {day.Key:yyyy-MM-dd} only, as a source knows no more: {string.Join(", ", day.Distinct().Take(MostLines))}.");

    private static IEnumerable<string> Stale(FigureTable figures) => figures.Figures
        .SelectMany(figure => figure.StaleSources.Select(source => (source.Words, Landlord: figure.ValueOf("landlord"))))
        .GroupBy(source => source.Words, source => source.Landlord, StringComparer.Ordinal)
        .Select(source =>
        {
            string[] landlords = [.. source.OfType<string>().Distinct(StringComparer.Ordinal).Take(MostLines)];
            return $"Stale: {source.Key}{(landlords.Length == 0 ? "" : $": {string.Join(", ", landlords)}")}.";
        });

    // What an answer in time rests on: a figure with extensions that nobody dated or gave a reason for must not look like one without.
    private static IEnumerable<string> Extensions(FigureTable figures) => figures.Figures
        .Where(figure => figure.ExtensionFaults.Count > 0)
        .GroupBy(figure => figure.Measure, StringComparer.Ordinal)
        .Select(measure => (
            Id: measure.Key,
            Counts: string.Join(", ", measure
                .SelectMany(figure => figure.ExtensionFaults)
                .GroupBy(count => count.Fault, StringComparer.Ordinal)
                .Select(fault => $"{N(fault.Sum(count => count.Complaints))} {fault.Key.Replace('_', ' ')}"))))
        .GroupBy(measure => measure.Counts, StringComparer.Ordinal)
        .Select(same => $"Extensions count {(figures.Figures[0].Extensions == ExtensionPolicy.Strict ? "strictly" : "as recorded")} in "
            + $"{string.Join(", ", same.Select(measure => measure.Id))}; of them: {same.Key}.");

    // A clock that ran from another day than the Code asks for makes another figure of the same extract.
    private static IEnumerable<string> ClockStarts(FigureTable figures) => figures.ClockStarts
        .Where(clocks => clocks.Starts.Any(start => start.FellBack))
        .GroupBy(clocks => string.Join("; ", clocks.Starts.Select(Words)), clocks => clocks.Measure, StringComparer.Ordinal)
        .Select(same => $"The clocks of {string.Join(", ", same)} ran from {same.Key}.");

    private static string Words(ClockStartCount start) => $"{start.Start} ({start.Rule}): {N(start.Complaints)}"
        + (start.MissingIn.Count == 0 ? "" : $", {string.Join(" and ", start.MissingIn)} records none");

    // The measures mostly leave out the same complaints, so those that do share a line.
    private static IEnumerable<string> LeftOut(FigureTable figures) => figures.Figures
        .GroupBy(figure => figure.Measure, StringComparer.Ordinal)
        .Select(measure => (
            Id: measure.Key,
            Counts: string.Join(", ", measure
                .SelectMany(figure => figure.Excluded)
                .GroupBy(excluded => excluded.Reason, StringComparer.Ordinal)
                .Select(reason => $"{reason.Sum(excluded => excluded.Complaints)} {reason.Key.Replace('_', ' ')}"))))
        .Where(measure => measure.Counts.Length > 0)
        .GroupBy(measure => measure.Counts, StringComparer.Ordinal)
        .Select(same => $"Left out of {string.Join(", ", same.Select(measure => measure.Id))}: {same.Key}.");

    // Without a beginning asked for, measures can count different days beside each other; the reader must know.
    private static IEnumerable<string> Begun(FigureTable figures)
    {
        var begins = figures.Figures
            .GroupBy(figure => figure.Measure, StringComparer.Ordinal)
            .Select(measure => (Id: measure.Key, From: measure.Min(figure => figure.From ?? DateOnly.MinValue)))
            .ToList();
        return begins.Select(begin => begin.From).Distinct().Count() < 2
            ? []
            : begins.Where(begin => begin.From > DateOnly.MinValue).Select(begin => $"{begin.Id} counts from {begin.From:yyyy-MM-dd}, when its definition begins.");
    }
}
