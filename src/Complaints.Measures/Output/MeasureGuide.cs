using System.Text;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Output;

/// <summary>The catalogue as a page for people: every measure with its formula, population, rounding and source.</summary>
public static class MeasureGuide
{
    /// <summary>The page in Markdown.</summary>
    /// <param name="measures">The measures, in the order in which they are to stand.</param>
    public static string Markdown(IEnumerable<MeasureInfo> measures)
    {
        ArgumentNullException.ThrowIfNull(measures);
        var page = new StringBuilder();
        page.Append("# Measures\n\n");
        page.Append("Made by `complaints measures guide` from the catalogue. A stage is one stage of one complaint; its \"in time basis\" is\n");
        page.Append("`standard` or `extension` for an answer in time, `late`, or `open` while there is none.\n");
        foreach (MeasureInfo measure in measures)
        {
            Append(page, measure);
        }

        page.Append("\n## Dimensions\n\nTo group by (`--group-by`) and to filter by (`--where`).\n"
            + "Grouped by a period, a group has a row for each period asked for, from its landlord's first complaint to the records' end: 0 where\n"
            + "nothing was counted. `--skip-empty-periods` leaves such rows out.\n\n| id | title | records | homes |\n|---|---|---|---|\n");
        foreach (Dimension dimension in Dimensions.All)
        {
            page.Append($"| `{dimension.Id}` | {dimension.Title} | {Records(dimension)} | {Homes(dimension)} |\n");
        }

        IEnumerable<Dimension> ofResidents = Dimensions.All.Where(dimension => dimension.IsOfResident);
        string special = string.Join(", ", ofResidents.Select(dimension => $"`{dimension.Id}`"));
        page.Append($"\nWhat residents are ({special}) is\n"
            + "that of the day on which the complaint was received, or of the year's end. Figures by it hide small numbers from every role, and it is told\n"
            + "of no case ([disclosure.md](disclosure.md#what-residents-are)).\n");
        return page.ToString();
    }

    private static string Records(Dimension dimension) => dimension.IsPeriod
        ? string.Join(" but ", FactTables.ByName.Values.Where(fact => !dimension.IsOf(fact)).Select(fact => fact.Rows).Prepend("all"))
        : string.Join(", ", FactTables.ByName.Values.Where(dimension.IsOf).Select(fact => fact.Rows));

    private static string Homes(Dimension dimension) => dimension switch
    {
        { SplitsHomes: true } => "no rate per 1,000 homes by it: its homes are not counted apart",
        { IsPeriod: true } => "those of the reporting year",
        { IsOfStock: true } => "its own",
        _ => "all homes of the landlord, stock type and year",
    };

    private static void Append(StringBuilder page, MeasureInfo measure)
    {
        page.Append($"\n## `{measure.Id}`\n\n{measure.Title}.\n\n| | |\n|---|---|\n");
        Line(page, "Formula", measure.Formula);
        string places = measure.DecimalPlaces == 1 ? "1 decimal place" : $"{measure.DecimalPlaces} decimal places";
        Line(page, "Unit", $"{measure.Unit}, {places}, rounded {Words(CatalogueWords.Word(CatalogueWords.Roundings, measure.Rounding))}");
        Line(page, "Population", measure.Population);
        Line(
            page,
            measure.DateRole == DateRole.Counted ? "Counted at the end of" : "Counted on the day it was",
            measure.DateRole == DateRole.Counted
                ? "the reporting year"
                : Words(CatalogueWords.Word(CatalogueWords.DateRoles, measure.DateRole)));
        Line(page, "Defined", InForce(measure));
        Line(page, "Better when", Better(measure.Direction));
        Line(page, "Limit", measure.StatutoryLimit ?? "none");
        Line(page, "Source", measure.Source);
    }

    private static void Line(StringBuilder page, string what, string text) =>
        page.Append("| ").Append(what).Append(" | ").Append(text.Replace("|", "\\|", StringComparison.Ordinal)).Append(" |\n");

    private static string InForce(MeasureInfo measure) => (measure.EffectiveFrom, measure.EffectiveTo) switch
    {
        (null, null) => "for all days",
        (DateOnly from, null) => FormattableString.Invariant($"from {from:yyyy-MM-dd}"),
        (null, DateOnly to) => FormattableString.Invariant($"before {to:yyyy-MM-dd}"),
        (DateOnly from, DateOnly to) => FormattableString.Invariant($"from {from:yyyy-MM-dd}, before {to:yyyy-MM-dd}"),
    };

    private static string Better(GoodDirection direction) => direction == GoodDirection.Neutral
        ? "neither higher nor lower"
        : Words(CatalogueWords.Word(CatalogueWords.Directions, direction));

    private static string Words(string word) => word.Replace('_', ' ');
}
