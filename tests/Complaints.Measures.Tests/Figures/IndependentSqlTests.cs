using System.Globalization;
using Complaints.Domain.Access;
using Complaints.Domain.Time;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;

namespace Complaints.Measures.Tests.Figures;

/// <summary>
/// Every measure against SQL that was written by hand from the measure's source paragraph, over random complaints: same groups, same
/// numerators, same denominators.
/// </summary>
public sealed class IndependentSqlTests(SeededWarehouse seeded) : IClassFixture<SeededWarehouse>
{
    public static TheoryData<string, string> Measures()
    {
        var data = new TheoryData<string, string>();
        foreach (string id in MeasureCatalogue.Shipped.IdsOf(FactTables.Stage))
        {
            foreach (string asAt in (string[])["2024-05-01", "2024-10-15", "2025-04-14"])
            {
                data.Add(id, asAt);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Measures))]
    public async Task A_measure_equals_hand_written_SQL(string measure, string asAt)
    {
        FigureTable table = await seeded.Engine.QueryAsync(
            new FigureQuery
            {
                Measures = [measure],
                GroupBy = ["landlord", "stock_type"],
                Years = [ReportingYear.Parse("2024/25")],
                AsAt = DateOnly.ParseExact(asAt, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            },
            Principal.Demo,
            TestContext.Current.CancellationToken);

        Dictionary<string, (decimal, decimal?)> expected = (await seeded.Store.SqlAsync(HandWrittenSql.Of(measure, asAt)))
            .ToDictionary(row => $"{row[0]} {row[1]}", row => (Number(row[2])!.Value, Number(row[3])));
        Dictionary<string, (decimal, decimal?)> actual = table.Figures
            .Where(figure => figure.Numerator != 0 || figure.Denominator is not (null or 0))
            .ToDictionary(
                figure => $"{figure.ValueOf("landlord")} {figure.ValueOf("stock_type")}",
                figure => (figure.Numerator, figure.Denominator));
        Assert.True(actual.Count > 0 || asAt == "2024-05-01", "a year of which nothing is counted proves nothing");
        Assert.Equal(
            expected.Where(
                row => row.Value.Item1 != 0 || row.Value.Item2 is not (null or 0)).OrderBy(row => row.Key, StringComparer.Ordinal),
            actual.OrderBy(row => row.Key, StringComparer.Ordinal));
    }

    private static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
