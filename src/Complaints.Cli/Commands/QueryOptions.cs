using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Queries;

namespace Complaints.Cli.Commands;

/// <summary>The options of a question, and the <see cref="FigureQuery"/> they say.</summary>
internal sealed class QueryOptions
{
    private readonly Option<string[]> measures = SelectionOptions.List("--measures", "Ids of measures, comma separated; see 'complaints measures'.", "-m");
    private readonly Option<string[]> groupBy = SelectionOptions.List("--group-by", "Dimensions, comma separated: landlord, stock_type, reporting_year, quarter, month …", "-g");
    private readonly SelectionOptions selection = new();
    private readonly Option<int?> places = new("--dp") { Description = "Decimal places of the display value; else the measure's own.", HelpName = "N" };
    private readonly Option<string?> rounding = new("--rounding")
    {
        Description = "Rounding of the display value; else the measure's own.",
    };
    private readonly Option<int?> limit = new("--limit") { Description = "At most so many groups.", HelpName = "N" };
    private readonly Option<bool> skipEmptyPeriods = new("--skip-empty-periods")
    {
        Description = "No rows for periods without complaints; else each group has one for each period asked for.",
    };

    public void AddTo(Command command)
    {
        measures.Required = true;
        rounding.AcceptOnlyFromAmong([.. CatalogueWords.Roundings.Keys]);
        Option[] all = [measures, groupBy, .. selection.All, places, rounding, limit, skipEmptyPeriods];
        foreach (Option option in all)
        {
            command.Options.Add(option);
        }
    }

    public FigureQuery Read(ParseResult parsed) => selection.Read(parsed, [.. OptionText.Items(parsed.GetValue(measures))]) with
    {
        GroupBy = [.. OptionText.Items(parsed.GetValue(groupBy))],
        DecimalPlaces = parsed.GetValue(places),
        Rounding = parsed.GetValue(rounding) is string word ? CatalogueWords.Roundings[word] : null,
        Limit = parsed.GetValue(limit),
        SkipEmptyPeriods = parsed.GetValue(skipEmptyPeriods),
    };
}
