using Complaints.Domain.Access;
using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Tests.Facts;

/// <summary>What must hold for figures of any record: parts add up, a landlord's own figure is its row, and a quiet month is 0.</summary>
public sealed class RecordPropertyTests(SeededRecords seeded) : IClassFixture<SeededRecords>
{
    public static TheoryData<string> Facts() => [.. FactTables.ByName.Values.Where(HasMeasures).Select(fact => fact.Name)];

    /// <summary>Customers are counted at the ends of years alone.</summary>
    public static TheoryData<string> OfMonths() =>
        [.. FactTables.ByName.Values.Where(fact => fact != FactTables.Customer && HasMeasures(fact)).Select(fact => fact.Name)];

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task Groups_add_up_to_the_total_by_every_dimension(string fact)
    {
        string[] measures = Added(fact);
        FigureTable total = await Ask(new FigureQuery { Measures = measures, Years = [Year] });
        foreach (Dimension dimension in Dimensions.All.Where(
            dimension => !dimension.IsOfResident && dimension.IsOf(FactTables.ByName[fact])))
        {
            FigureTable groups = await Ask(new FigureQuery { Measures = measures, GroupBy = [dimension.Id], Years = [Year] });
            foreach (Figure whole in total.Figures)
            {
                List<Figure> parts = [.. groups.Figures.Where(figure => figure.Measure == whole.Measure)];
                Assert.Equal(
                    (dimension.Id, whole.Measure, whole.Numerator),
                    (dimension.Id, whole.Measure, parts.Sum(part => part.Numerator)));
                Assert.Equal(whole.Denominator ?? 0, parts.Sum(part => part.Denominator ?? 0));
                Assert.Equal(whole.OpenAtCutOff, parts.Sum(part => part.OpenAtCutOff));
                Assert.Equal(Excluded(whole), parts.Sum(Excluded));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task A_landlords_own_figure_is_its_row(string fact)
    {
        string[] measures = [.. Ids(fact)];
        FigureTable rows = await Ask(new FigureQuery { Measures = measures, GroupBy = ["landlord"], Years = [Year] });
        var analyst = new Principal("analyst", LandlordScope.Of(LandlordCode.Parse("00BK")), Role.Analyst);
        FigureTable own = await Ask(new FigureQuery { Measures = measures, Years = [Year] }, analyst);
        FigureTable filtered = await Ask(
            new FigureQuery { Measures = measures, Years = [Year], Filters = [new QueryFilter("landlord", ["00BK"])] });
        var expected = rows.Figures.Where(figure => figure.ValueOf("landlord") == "00BK").Select(Counts).ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, own.Figures.Select(Counts));
        Assert.Equal(expected, filtered.Figures.Select(Counts));
        FigureTable grouped = await Ask(new FigureQuery { Measures = measures, GroupBy = ["landlord"], Years = [Year] }, analyst);
        Assert.Equal("00BK", Assert.Single(grouped.Rows())[0].ValueOf("landlord"));
    }

    [Theory]
    [MemberData(nameof(OfMonths))]
    public async Task A_month_in_which_nothing_happened_is_0(string fact)
    {
        // No record is of April 2023 to September 2023, and one before it makes the months between known.
        FigureTable table = await Ask(new FigureQuery
        {
            Measures = [.. Ids(fact).Where(id => MeasureCatalogue.Shipped.Find(id) is { Kind: MeasureKind.Count })],
            GroupBy = ["month"],
            Years = [ReportingYear.Parse("2023/24"), Year],
        });
        List<string> months = [.. table.Rows().Select(row => row[0].ValueOf("month")!)];
        Assert.Equal(months.Count, Months(months[0], months[^1]));
        Assert.Equal("2025-03", months[^1]);
    }

    [Theory]
    [MemberData(nameof(OfMonths))]
    public async Task A_figure_as_at_an_earlier_day_is_what_was_known_of_the_days_before_it(string fact)
    {
        foreach (DateOnly asAt in (DateOnly[])[new(2024, 5, 31), new(2024, 12, 31)])
        {
            FigureTable table = await Ask(
                new FigureQuery { Measures = [.. Ids(fact)], GroupBy = ["month"], AsAt = asAt, From = new(2024, 4, 1) });
            Assert.All(table.Figures, figure => Assert.True(string.CompareOrdinal(figure.ValueOf("month"), asAt.ToString("yyyy-MM")) <= 0));
            Assert.All(table.Figures, figure => Assert.Equal(asAt, figure.AsAt));
        }
    }

    private static ReportingYear Year => ReportingYear.Parse("2024/25");

    private static bool HasMeasures(FactTable fact) => fact != FactTables.Stage && MeasureCatalogue.Shipped.IdsOf(fact).Any();

    private static IEnumerable<string> Ids(string fact) => MeasureCatalogue.Shipped.IdsOf(FactTables.ByName[fact]);

    // A case with findings in two groups counts in both of them; homes are not parted by what a contact is about.
    private static string[] Added(string fact) =>
    [
        .. Ids(fact).Where(id => MeasureCatalogue.Shipped.Find(id) is { Numerator.Distinct: null, DividesByHomes: false }),
    ];

    private static long Excluded(Figure figure) => figure.Excluded.Sum(excluded => excluded.Complaints);

    private static (string, decimal, decimal?, string, long) Counts(Figure figure) =>
        (figure.Measure, figure.Numerator, figure.Denominator, figure.Display, figure.OpenAtCutOff);

    private static int Months(string first, string last)
    {
        DateOnly from = DateOnly.ParseExact(first, "yyyy-MM");
        DateOnly to = DateOnly.ParseExact(last, "yyyy-MM");
        return ((to.Year - from.Year) * 12) + to.Month - from.Month + 1;
    }

    private Task<FigureTable> Ask(FigureQuery query, Principal? principal = null) =>
        seeded.Engine.QueryAsync(query, principal ?? Principal.Demo, TestContext.Current.CancellationToken);
}
