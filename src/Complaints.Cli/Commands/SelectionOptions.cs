using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Domain.Errors;
using Complaints.Domain.Time;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Queries;

namespace Complaints.Cli.Commands;

/// <summary>The options that say which complaints are meant, as at and as known when, for figures and for the cases behind them.</summary>
internal sealed class SelectionOptions
{
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
    private readonly Option<string?> withdrawn = OptionText.WordOption<WithdrawnPolicy>("--withdrawn", "Whether withdrawn complaints count; else the measure's own rule.");
    private readonly Option<string?> extensions = new("--extensions") { Description = "Which recorded extensions give more time: as_recorded (else), or strict: dated and reasoned ones only." };

    public SelectionOptions() => extensions.AcceptOnlyFromAmong([.. CatalogueWords.Extensions.Keys]);

    public IEnumerable<Option> All => [years, filters, from, to, asAt, knownAt, withdrawn, extensions];

    /// <summary>The question for measures, over the complaints that the options say.</summary>
    /// <exception cref="UsageException">A value that is none.</exception>
    public FigureQuery Read(ParseResult parsed, IReadOnlyList<string> measures) => new()
    {
        Measures = measures,
        Years = [.. OptionText.Items(parsed.GetValue(years)).Select(Year)],
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
        Withdrawn = OptionText.Value<WithdrawnPolicy>(parsed.GetValue(withdrawn)),
        Extensions = parsed.GetValue(extensions) is string policy ? CatalogueWords.Extensions[policy] : ExtensionPolicy.AsRecorded,
    };

    /// <summary>An option that takes a comma separated list.</summary>
    public static Option<string[]> List(string name, string description, string alias) =>
        new(name, alias) { Description = description, AllowMultipleArgumentsPerToken = false, HelpName = "LIST" };

    /// <summary>A reporting year as the command line writes it.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static ReportingYear Year(string text) => ReportingYear.TryParse(text, out ReportingYear year)
        ? year
        : throw new UsageException(
            $"'{text}' is not a reporting year.", "--year", "1 April to 31 March, written 2024/25", "write the two years as in 2024/25");

    private static Option<string?> Day(string name, string description) => new(name) { Description = description, HelpName = "YYYY-MM-DD" };

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
