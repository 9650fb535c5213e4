using Complaints.Domain.Access;
using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Measures.Queries;
using Complaints.Warehouse;
using Complaints.Warehouse.DuckDb;
using Complaints.Warehouse.Queries;

namespace Complaints.Measures.Tests.Rendering;

/// <summary>
/// The SQL of a plan is read by people, so its text is held. Set COMPLAINTS_ACCEPT_GOLDEN=1 to write the texts anew, then read the
/// difference.
/// </summary>
public sealed class RenderedSqlTests
{
    private static readonly DateOnly s_asAt = new(2025, 4, 14);

    [Fact]
    public void CH01_and_CH02_by_landlord_and_stock_type_of_one_year() => Holds("by_landlord.sql", new FigureQuery
    {
        Measures = ["ch01_stage1", "ch02_stage1"],
        GroupBy = ["landlord", "stock_type"],
        Years = [ReportingYear.Parse("2024/25")],
    });

    [Fact]
    public void Stage_1_alone_without_homes_reads_one_table_once() => Holds("by_service_area.sql", new FigureQuery
    {
        Measures = ["ch02_stage1"],
        GroupBy = ["service_area"],
        Filters = [new QueryFilter("landlord", ["00BK"]), new QueryFilter("category", ["Repairs"])],
        Years = [ReportingYear.Parse("2024/25")],
    });

    [Fact]
    public void Measures_of_two_dates_and_homes_by_quarter() => Holds("by_quarter.sql", new FigureQuery
    {
        Measures = ["ch01_stage2", "upheld_rate_stage1", "mean_days_to_respond_stage1"],
        GroupBy = ["landlord", "quarter"],
        From = new DateOnly(2023, 10, 1),
        To = new DateOnly(2024, 9, 30),
        KnownAtLoad = 3,
    });

    [Fact]
    public void One_row_over_everything() => Holds("total.sql", new FigureQuery
    {
        Measures = ["ch01_stage1", "escalation_rate", "mean_days_to_respond_stage1"],
        Years = [ReportingYear.Parse("2024/25")],
    });

    [Fact]
    public void A_principal_of_two_landlords_is_in_every_pass()
    {
        var principal = new Principal("agent", LandlordScope.Of(LandlordCode.Parse("WCH1"), LandlordCode.Parse("00BK")), Role.Analyst);
        SqlQuery sql = Explain(new FigureQuery { Measures = ["ch01_stage1"], GroupBy = ["landlord", "reporting_year"] }, principal);
        Assert.Contains("f.landlord_code IN ($p", sql.Text, StringComparison.Ordinal);
        Assert.Contains("s.landlord_code IN ($p", sql.Text, StringComparison.Ordinal);
        Assert.Equal(2, sql.Parameters.Count(parameter => parameter.Value is "00BK" or "WCH1"));
    }

    [Fact]
    public void Nobody_reads_nothing()
    {
        SqlQuery sql = Explain(new FigureQuery { Measures = ["stage1_made"], GroupBy = ["landlord"] }, principal: null);
        Assert.Equal(2, sql.Text.Split("1 = 0").Length - 1);
    }

    [Fact]
    public void No_value_of_a_user_stands_in_the_text()
    {
        SqlQuery sql = Explain(
            new FigureQuery { Measures = ["ch02_stage1"], Filters = [new QueryFilter("service_area", ["'; DROP TABLE fact_stage; --"])] },
            Principal.Demo);
        Assert.DoesNotContain("DROP", sql.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\'', sql.Text);
        Assert.Contains(sql.Parameters, parameter => parameter.Value is string text && text.Contains("DROP", StringComparison.Ordinal));
    }

    private static SqlQuery Explain(FigureQuery query, Principal? principal)
    {
        IWarehouse warehouse = WarehouseFactory.Open(WarehouseLocation.Parse(Path.GetTempPath()), TimeProvider.System);
        return new FigureEngine(warehouse).Explain(query, principal, s_asAt);
    }

    private static void Holds(string file, FigureQuery query)
    {
        SqlQuery sql = Explain(query, Principal.Demo);
        string values = string.Concat(sql.Parameters.Select(parameter => $"-- {parameter.Name} = {Text(parameter.Value)}\n"));
        string actual = $"{values}{sql.Text}\n";
        if (Environment.GetEnvironmentVariable("COMPLAINTS_ACCEPT_GOLDEN") == "1")
        {
            File.WriteAllText(Path.Combine(SourceFolder(), file), actual);
            return;
        }

        string expected = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Rendering", file));
        Assert.Equal(expected, actual);
    }

    private static string? Text(object? value) => value is DateOnly day ? day.ToString("yyyy-MM-dd") : value?.ToString();

    private static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
