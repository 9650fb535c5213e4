using Complaints.Domain.Time;
using Complaints.Measures.Planning;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Figures;

/// <summary>
/// Groups that rows held back could belong to, and of which nothing is loaded: neither complaints nor homes make a row of them, and without
/// one a landlord or a year whose rows all failed would look as if nothing had happened.
/// </summary>
/// <remarks>A row held back tells its landlord and its year at most, so it has a place where groups are of these alone.</remarks>
internal sealed class HeldBackGroups(FigurePlan plan, QuarantineCounts quarantine, LandlordNames names)
{
    private readonly bool _byLandlord = plan.GroupBy.Contains(Dimensions.Landlord);
    private readonly bool _byYear = plan.GroupBy.Contains(Dimensions.ReportingYear);

    /// <summary>The figures with those of such groups among them, in the order of their groups.</summary>
    /// <param name="figures">What is counted, a row being one figure a measure.</param>
    /// <param name="builder">Makes the figures.</param>
    internal List<Figure> With(List<Figure> figures, FigureBuilder builder)
    {
        if (quarantine.IsEmpty || plan.GroupBy.Count == 0
            || !plan.GroupBy.All(dimension => dimension == Dimensions.Landlord || dimension == Dimensions.ReportingYear))
        {
            return figures;
        }

        List<Figure[]> rows = [.. figures.Chunk(plan.Measures.Count)];
        HashSet<string> shown = [.. rows.Select(row => Key(row[0].Dimensions))];
        List<Figure[]> missing =
        [
            .. Groups(figures)
                .Where(group => !shown.Contains(Key(group)))
                .Select(group => builder.Nothing(group).ToArray())
                .Where(row => row.Any(figure => figure.Incomplete)),
        ];
        return missing.Count == 0
            ? figures
            : [.. rows.Concat(missing).OrderBy(row => Key(row[0].Dimensions), StringComparer.Ordinal).SelectMany(row => row)];
    }

    private IEnumerable<List<DimensionValue>> Groups(List<Figure> figures)
    {
        List<string?> landlords = _byLandlord ? [.. Landlords(figures)] : [null];
        List<string?> years = _byYear ? [.. Years(figures)] : [null];
        return landlords.SelectMany(landlord => years.Select(year => plan.GroupBy
            .Select(dimension => new DimensionValue(dimension.Id, (dimension == Dimensions.Landlord ? landlord : year)!))
            .ToList()));
    }

    // Those that may be seen: the rows held back and the names are read of no other.
    private HashSet<string> Landlords(List<Figure> figures)
    {
        HashSet<string> landlords = [.. quarantine.Landlords];
        if (quarantine.AreAnybodys)
        {
            landlords.UnionWith(figures.Select(figure => figure.ValueOf(Dimensions.Landlord.Id)!));
            landlords.UnionWith(names.Codes.Where(code => plan.Rows.Filters
                .Where(filter => filter.Dimension == Dimensions.Landlord)
                .All(filter => filter.Values.Contains(code, StringComparer.Ordinal))));
        }

        return landlords;
    }

    // A row without a day could be of any year: of those asked for, or where that is without end of those that the answer has.
    private List<string> Years(List<Figure> figures)
    {
        DateOnly asAt = plan.Rows.AsAt;
        SortedSet<ReportingYear> years =
        [
            .. figures.Select(figure => ReportingYear.Parse(figure.ValueOf(Dimensions.ReportingYear.Id)!)),
            .. quarantine.Years.Select(ReportingYear.FromStartYear),
            .. plan.Rows.Period.Years() ?? [],
        ];
        if (years.Count == 0 && asAt < DateOnly.MaxValue)
        {
            years.Add(ReportingYear.Of(asAt));
        }

        return
        [
            .. years
                .Where(year => year.FirstDay <= asAt && !plan.Rows.Period.Intersect(Period.Of([Period.Of(year)])).IsEmpty)
                .Select(year => year.ToString()),
        ];
    }

    private string Key(IReadOnlyList<DimensionValue> values) => string.Join(
        '\0', plan.GroupBy.Select(dimension => values.First(value => value.Dimension == dimension.Id).Value));
}
