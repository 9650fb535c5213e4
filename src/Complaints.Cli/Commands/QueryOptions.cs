using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Domain.Errors;
using Complaints.Domain.Time;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Queries;

namespace Complaints.Cli.Commands;

/// <summary>The options of a question, and the <see cref="FigureQuery"/> they say.</summary>
internal sealed class QueryOptions
{
    private readonly Option<string[]> measures = List("--measures", "Ids of measures, comma separated; see 'complaints measures'.", "-m");
    private readonly Option<string[]> groupBy = List("--group-by", "Dimensions, comma separated: landlord, stock_type, reporting_year, quarter, month …", "-g");
    private readonly Option<string[]> years = List("--year", "Reporting years such as 2024/25, comma separated.", "-y");
    private readonly Option<string[]> filters = new("--where") { Description = "dimension=value[,value]; given several times for one dimension, any of the values.", HelpName = "FILTER" };
    private readonly Option<string?> from = Day("--from", "First day that counts.");
    private readonly Option<string?> to = Day("--to", "Last day that counts.");
    private readonly Option<string?> asAt = Day("--as-at", "Day as at which open, late and in time are told apart; the data's cut-off if left out or later than it.");
    private readonly Option<int?> knownAt = new("--known-at-load")
    {
        Description = "As the warehouse knew it after this load.",
        HelpName = "LOAD",
    };
    private readonly Option<int?> places = new("--dp") { Description = "Decimal places of the display value; else the measure's own.", HelpName = "N" };
    private readonly Option<string?> rounding = new("--rounding")
    {
        Description = "Rounding of the display value; else the measure's own.",
    };
    private readonly Option<string?> withdrawn = OptionText.WordOption<WithdrawnPolicy>("--withdrawn", "Whether withdrawn complaints count; else the measure's own rule.");
    private readonly Option<string?> extensions = new("--extensions") { Description = "Which recorded extensions give more time: as_recorded (else), or strict: dated and reasoned ones only." };
    private readonly Option<int?> limit = new("--limit") { Description = "At most so many groups.", HelpName = "N" };

    public void AddTo(Command command)
    {
        measures.Required = true;
        rounding.AcceptOnlyFromAmong([.. CatalogueWords.Roundings.Keys]);
        extensions.AcceptOnlyFromAmong([.. CatalogueWords.Extensions.Keys]);
        Option[] all = [measures, groupBy, years, filters, from, to, asAt, knownAt, places, rounding, withdrawn, extensions, limit];
        foreach (Option option in all)
        {
            command.Options.Add(option);
        }
    }

    public FigureQuery Read(ParseResult parsed) => new()
    {
        Measures = Items(parsed, measures),
        GroupBy = Items(parsed, groupBy),
        Years = [.. Items(parsed, years).Select(Year)],
        Filters =
        [
            .. (parsed.GetValue(filters) ?? [])
                .Select(Filter)
                .GroupBy(filter => filter.Dimension, StringComparer.Ordinal)
                .Select(same => new QueryFilter(same.Key, [.. same.SelectMany(filter => filter.Values).Distinct(StringComparer.Ordinal)])),
        ],
        From = OptionText.Day(parsed.GetValue(from), from.Name),
        To = OptionText.Day(parsed.GetValue(to), to.Name),
        AsAt = OptionText.Day(parsed.GetValue(asAt), asAt.Name),
        KnownAtLoad = parsed.GetValue(knownAt),
        DecimalPlaces = parsed.GetValue(places),
        Rounding = parsed.GetValue(rounding) is string word ? CatalogueWords.Roundings[word] : null,
        Withdrawn = OptionText.Value<WithdrawnPolicy>(parsed.GetValue(withdrawn)),
        Extensions = parsed.GetValue(extensions) is string policy ? CatalogueWords.Extensions[policy] : ExtensionPolicy.AsRecorded,
        Limit = parsed.GetValue(limit),
    };

    /// <summary>A reporting year as the command line writes it.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static ReportingYear Year(string text) => ReportingYear.TryParse(text, out ReportingYear year)
        ? year
        : throw new UsageException(
            $"'{text}' is not a reporting year.", "--year", "1 April to 31 March, written 2024/25", "write the two years as in 2024/25");

    private static Option<string[]> List(string name, string description, string alias) =>
        new(name, alias) { Description = description, AllowMultipleArgumentsPerToken = false, HelpName = "LIST" };

    private static Option<string?> Day(string name, string description) => new(name) { Description = description, HelpName = "YYYY-MM-DD" };

    private static string[] Items(ParseResult parsed, Option<string[]> option) =>
        [.. OptionText.Items(parsed.GetValue(option))];

    private static QueryFilter Filter(string text)
    {
        string[] parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
        string[] values = parts.Length == 2 ? OptionText.Items(parts[1]) : [];
        return values.Length > 0
            ? new QueryFilter(parts[0], values)
            : throw new UsageException(
                $"'{text}' is not a filter.", "--where", "dimension=value[,value]", "write for instance --where stock_type=LCRA");
    }
}
