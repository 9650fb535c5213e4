using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Domain.Figures;
using Complaints.Domain.Time;
using Complaints.Measures;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Comparators;
using Complaints.Measures.Figures;
using Complaints.Measures.Output;
using Complaints.Measures.Queries;

namespace Complaints.Service.Tests.Reporting;

/// <summary>The service over real HTTP/2 on loopback gives what the engine in this process gives.</summary>
public sealed class ReportingServiceTests(ServedWarehouse served) : IClassFixture<ServedWarehouse>
{
    [Fact]
    public async Task A_query_over_gRPC_gives_the_figures_of_the_engine_to_the_last_digit()
    {
        FigureQuery[] queries =
        [
            new()
            {
                Measures = [.. MeasureCatalogue.Shipped.Ids],
                GroupBy = ["landlord", "stock_type"],
                Years = [ReportingYear.Parse("2024/25")],
            },
            new() { Measures = ["ch02_stage1", "stage1_made"] },
            new()
            {
                Measures = ["ch02_stage1"],
                GroupBy = ["quarter", "service_area"],
                From = new DateOnly(2024, 1, 1),
                To = new DateOnly(2024, 12, 31),
                Filters = [new QueryFilter("landlord", ["00BK", "4826"])],
                AsAt = new DateOnly(2024, 12, 31),
                KnownAtLoad = 1,
                DecimalPlaces = 3,
                Rounding = RoundingMode.Truncate,
                Withdrawn = WithdrawnPolicy.Exclude,
                Limit = 5,
            },
        ];
        foreach (FigureQuery query in queries)
        {
            FigureTable here = await new FigureEngine(served.Store.Warehouse).QueryAsync(
                query, Principal.Demo, TestContext.Current.CancellationToken);
            FigureTable there = await served.Client.QueryAsync(query, principal: null, TestContext.Current.CancellationToken);
            Assert.NotEmpty(there.Figures);
            Assert.Equal(FigureJson.Text(here), FigureJson.Text(there));
            Assert.Equal(here.Measures, there.Measures);
            Assert.Equal(here.Dimensions, there.Dimensions);
            Assert.Equal(
                (here.Truncated, here.AsAt, here.KnownAtLoad, here.Generation),
                (there.Truncated, there.AsAt, there.KnownAtLoad, there.Generation));
        }
    }

    [Fact]
    public async Task The_catalogue_and_comparators_come_over_gRPC_as_they_are()
    {
        Assert.Equal(
            MeasureCatalogue.Shipped.Definitions.Select(MeasureInfo.Of),
            await served.Client.MeasuresAsync(principal: null, TestContext.Current.CancellationToken));
        var query = new ComparatorQuery { Year = ReportingYear.Parse("2023/24"), ZeroRule = ZeroRule.Drop };
        Assert.Equal(
            await new ComparatorEngine(served.Store.Warehouse).QueryAsync(query, Principal.Demo, TestContext.Current.CancellationToken),
            await served.Client.ComparatorsAsync(query, principal: null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_fault_of_the_user_comes_back_in_its_parts()
    {
        UserException error = await Assert.ThrowsAsync<UserException>(
            () => served.Client.QueryAsync(
                new FigureQuery { Measures = ["ch02_stag1"] }, principal: null, TestContext.Current.CancellationToken));
        Assert.StartsWith("There is no measure 'ch02_stag1': did you mean ch02_stage1", error.What, StringComparison.Ordinal);
        Assert.Equal("measures", error.Where);
        Assert.Contains("escalation_rate", error.Expected, StringComparison.Ordinal);
        Assert.NotNull(error.Fix);
    }
}
