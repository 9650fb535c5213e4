using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Composition;
using Complaints.Cli.Views;
using Complaints.Domain.Homes;
using Complaints.Measures;
using Complaints.Measures.Comparators;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints comparators</c>: where other landlords stand, with the rules the answer depends on.</summary>
internal static class ComparatorsCommand
{
    private static readonly Option<string[]> s_measures = new("--measures", "-m")
    {
        Description = "Ids of measures, comma separated; else CH01 and CH02.",
        HelpName = "LIST",
    };
    private static readonly Option<string> s_year = new("--year", "-y")
    {
        Description = "The reporting year, such as 2023/24.",
        HelpName = "YEAR",
        Required = true,
    };
    private static readonly Option<string> s_stockType = new("--stock-type")
    {
        Description = "LCRA, LCHO or COMBINED.",
        HelpName = "TYPE",
        DefaultValueFactory = _ => "LCRA",
    };
    private static readonly Option<ZeroRule> s_zeros = new("--zeros")
    {
        Description = "keep or drop landlords whose value is zero.",
        DefaultValueFactory = _ => ZeroRule.Keep,
    };
    private static readonly Option<string?> s_type = new("--landlord-type")
    {
        Description = "Only landlords of this type, as the publisher writes it.",
        HelpName = "TYPE",
    };
    private static readonly Option<string?> s_size = new("--size-band")
    {
        Description = "Only landlords of this size band.",
        HelpName = "BAND",
    };
    private static readonly Option<string?> s_region = new("--region")
    {
        Description = "Only landlords of this region.",
        HelpName = "REGION",
    };
    private static readonly Option<string?> s_publisher = new("--publisher") { Description = "Whose published figures; else the regulator's (RSH), or those of the only publisher.", HelpName = "NAME" };

    private static readonly Option<string[]> s_peers = SelectionOptions.List("--peers", "Only these landlords, by code, comma separated: a set of your own.", "-p");
    private static readonly Option<string?> s_own = new("--own")
    {
        Description = "The landlord, by code, whose value, rank and quarter among the others are told.",
        HelpName = "CODE",
    };

    public static Command Create(Workbench bench)
    {
        Option<OutputFormat> format = CommonOptions.Format();
        Command command = new("comparators", "Median and quartiles over landlords, from published figures.")
        {
            s_measures, s_year, s_stockType, s_zeros, s_type, s_size, s_region, s_publisher, s_peers, s_own, bench.Options.Service, format,
        };
        command.SetAction(async (parsed, stop) =>
        {
            ComparatorQuery query = Read(parsed);
            await using Door<IFigures> figures = bench.Figures(parsed);
            IReadOnlyList<Comparator> comparators = await figures.Asked.ComparatorsAsync(
                query, Workbench.Reader, stop).ConfigureAwait(false);
            ComparatorView.Write(bench.Terminal, comparators, parsed.GetValue(format));
            return ExitCode.Done;
        });
        return command;
    }

    private static ComparatorQuery Read(ParseResult parsed) => new()
    {
        Measures = [.. OptionText.Items(parsed.GetValue(s_measures))],
        Year = SelectionOptions.Year(parsed.GetRequiredValue(s_year)),
        StockType = StockTypes.ParsePublished(parsed.GetRequiredValue(s_stockType)),
        ZeroRule = parsed.GetValue(s_zeros),
        LandlordType = parsed.GetValue(s_type),
        SizeBand = parsed.GetValue(s_size),
        Region = parsed.GetValue(s_region),
        Publisher = parsed.GetValue(s_publisher),
        Peers = [.. OptionText.Items(parsed.GetValue(s_peers)).Select(LandlordCode.Parse).Distinct()],
        Own = parsed.GetValue(s_own) is string code ? LandlordCode.Parse(code) : null,
    };
}
