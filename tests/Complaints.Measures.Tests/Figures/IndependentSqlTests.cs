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
    private const string Tenants = "status <> 'refused' AND stock_type IN ('LCRA', 'LCHO') AND recorded_to_load = 2147483647";

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

        Dictionary<string, (long, long?)> expected = (await seeded.Store.SqlAsync(HandWritten(measure, asAt)))
            .ToDictionary(row => $"{row[0]} {row[1]}", row => (Number(row[2])!.Value, Number(row[3])));
        Dictionary<string, (long, long?)> actual = table.Figures
            .Where(figure => figure.ValueOf("stock_type") != "NEITHER" && (figure.Numerator != 0 || figure.Denominator is not (null or 0)))
            .ToDictionary(
                figure => $"{figure.ValueOf("landlord")} {figure.ValueOf("stock_type")}",
                figure => ((long)figure.Numerator, (long?)figure.Denominator));
        Assert.NotEmpty(actual);
        Assert.Equal(
            expected.Where(
                row => row.Value.Item1 != 0 || row.Value.Item2 is not (null or 0)).OrderBy(row => row.Key, StringComparer.Ordinal),
            actual.OrderBy(row => row.Key, StringComparer.Ordinal));
    }

    private static long? Number(string text) => text.Length == 0 ? null : long.Parse(text, CultureInfo.InvariantCulture);

    private static string HandWritten(string measure, string asAt)
    {
        string made = $"{Tenants} AND received_on BETWEEN DATE '2024-04-01' AND DATE '2025-03-31' AND received_on <= DATE '{asAt}'";
        string answered = $"{Tenants} AND responded_on BETWEEN DATE '2024-04-01' AND DATE '2025-03-31' AND responded_on <= DATE '{asAt}' AND stage = 1";
        string due = "GREATEST(standard_due_on, COALESCE(extended_due_on, standard_due_on))";
        string by = $"responded_on IS NOT NULL AND responded_on <= DATE '{asAt}'";
        return measure switch
        {
            "stage1_made" => Count(made, "stage = 1", "NULL"),
            "stage2_made" => Count(made, "stage = 2", "NULL"),
            "complaints_accepted" => Count(made, "stage IN (1, 2)", "NULL"),
            "ch01_stage1" => Homes(made, 1),
            "ch01_stage2" => Homes(made, 2),
            "ch02_stage1" => Count($"{made} AND stage = 1", $"{by} AND responded_on <= {due}", "COUNT(*)"),
            "ch02_stage2" => Count($"{made} AND stage = 2", $"{by} AND responded_on <= {due}", "COUNT(*)"),
            "ch02_stage1_standard" => Count($"{made} AND stage = 1", $"{by} AND responded_on <= standard_due_on", "COUNT(*)"),
            "ch02_stage2_standard" => Count($"{made} AND stage = 2", $"{by} AND responded_on <= standard_due_on", "COUNT(*)"),
            "ch02_stage1_extension" => Count($"{made} AND stage = 1", $"{by} AND responded_on > standard_due_on AND responded_on <= {due}", "COUNT(*)"),
            "ch02_stage2_extension" => Count($"{made} AND stage = 2", $"{by} AND responded_on > standard_due_on AND responded_on <= {due}", "COUNT(*)"),
            "escalation_rate" => Count(made, "stage = 2", "SUM(CASE WHEN stage = 1 THEN 1 ELSE 0 END)"),
            "upheld_rate_stage1" => Count(
                $"{made} AND stage = 1 AND {by}",
                "outcome_key IN (SELECT outcome_key FROM dim_outcome WHERE is_upheld)",
                "SUM(CASE WHEN outcome_key IN (SELECT outcome_key FROM dim_outcome WHERE code IN ('upheld', 'partially_upheld', 'not_upheld')) THEN 1 ELSE 0 END)"),
            "mean_days_to_respond_stage1" =>
                $"SELECT landlord_code, stock_type, SUM(working_days_to_respond), COUNT(working_days_to_respond) FROM fact_stage WHERE {answered} GROUP BY 1, 2",
            _ => throw new InvalidOperationException($"'{measure}' has no SQL of its own in this test: write one from its source paragraph."),
        };
    }

    private static string Count(string where, string counted, string denominator) => $"""
        SELECT landlord_code, stock_type, SUM(CASE WHEN {counted} THEN 1 ELSE 0 END), {denominator}
        FROM fact_stage WHERE {where} GROUP BY landlord_code, stock_type
        """;

    private static string Homes(string made, int stage) => $"""
        SELECT
          COALESCE(c.landlord_code, s.landlord_code), COALESCE(c.stock_type, s.stock_type),
          COALESCE(c.made, 0), COALESCE(s.homes, 0)
        FROM (
          SELECT landlord_code, stock_type, COUNT(*) AS made FROM fact_stage WHERE {made} AND stage = {stage} GROUP BY landlord_code, stock_type
        ) AS c
        FULL JOIN (
          SELECT landlord_code, stock_type, homes FROM fact_stock WHERE year_end = DATE '2025-03-31' AND recorded_to_load = 2147483647
        ) AS s ON s.landlord_code = c.landlord_code AND s.stock_type = c.stock_type
        """;
}
