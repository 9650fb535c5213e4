using Complaints.Domain.Access;
using Complaints.Domain.Code;
using Complaints.Domain.Errors;
using Complaints.Domain.Figures;
using Complaints.Domain.Time;
using Complaints.Measures;
using Complaints.Measures.Bridging;
using Complaints.Measures.Cases;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Comparators;
using Complaints.Measures.Comparing;
using Complaints.Measures.Explaining;
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
                Measures = [.. MeasureCatalogue.Shipped.IdsOf(FactTables.Stage)],
                GroupBy = ["landlord", "stock_type"],
                Years = [ReportingYear.Parse("2024/25")],
            },
            new() { Measures = ["ch02_stage1", "stage1_made"], TellsClockStarts = true },
            new()
            {
                Measures = ["stage1_made", "stage2_made"],
                GroupBy = ["landlord", "service_area"],
                Years = [ReportingYear.Parse("2024/25")],
                ShareOf = "service_area",
            },
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
            Assert.Equal(here.Figures.Select(figure => figure.Share), there.Figures.Select(figure => figure.Share));
            Assert.Equal((query.ShareOf, query.ShareOf), (here.ShareOf, there.ShareOf));
            Assert.Equal(query.TellsClockStarts, there.ClockStarts.Count > 0);
            Assert.Equal(here.ClockStarts.Select(Text), there.ClockStarts.Select(Text));
            Assert.Equal(
                (here.Truncated, here.AsAt, here.KnownAtLoad, here.Generation),
                (there.Truncated, there.AsAt, there.KnownAtLoad, there.Generation));
        }
    }

    [Fact]
    public async Task A_comparison_over_gRPC_gives_what_the_engine_gives()
    {
        var query = new ComparisonQuery
        {
            Figures = new FigureQuery
            {
                Measures = ["stage1_made", "ch02_stage1", "ch01_stage1"],
                GroupBy = ["landlord", "quarter"],
                Years = [ReportingYear.Parse("2024/25")],
            },
            With = [.. ComparisonWords.ByWord.Values],
        };
        ComparisonTable here = await new WarehouseFigures(served.Store.Warehouse).CompareAsync(
            query, Principal.Demo, TestContext.Current.CancellationToken);
        ComparisonTable there = await served.Client.CompareAsync(query, principal: null, TestContext.Current.CancellationToken);
        Assert.Equal(FigureJson.Text(here.Table), FigureJson.Text(there.Table));
        Assert.Equal(here.Compared.SelectMany(beside => beside), there.Compared.SelectMany(beside => beside));
        Assert.Contains(there.Compared.SelectMany(beside => beside), beside => beside.Change is not null);
        Assert.Contains(there.Compared.SelectMany(beside => beside), beside => beside.WhyNot.Length > 0);
    }

    [Fact]
    public async Task The_catalogue_and_comparators_come_over_gRPC_as_they_are()
    {
        Assert.Equal(
            MeasureCatalogue.Shipped.Definitions.Select(MeasureInfo.Of),
            await served.Client.MeasuresAsync(principal: null, TestContext.Current.CancellationToken));
        var query = new ComparatorQuery
        {
            Year = ReportingYear.Parse("2023/24"),
            ZeroRule = ZeroRule.Drop,
            Own = Complaints.Domain.Homes.LandlordCode.Parse("4826"),
        };
        Assert.Equal(
            await new ComparatorEngine(served.Store.Warehouse).QueryAsync(query, Principal.Demo, TestContext.Current.CancellationToken),
            await served.Client.ComparatorsAsync(query, principal: null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_cases_behind_a_figure_stream_over_gRPC_as_the_engine_lists_them()
    {
        CaseListQuery[] queries =
        [
            new() { Figure = new FigureQuery { Measures = [CaseListQuery.EveryCase] } },
            new()
            {
                Figure = new FigureQuery
                {
                    Measures = ["ch02_stage1"],
                    Years = [ReportingYear.Parse("2024/25")],
                    Filters = [new QueryFilter("landlord", ["00BK"])],
                    AsAt = new DateOnly(2024, 12, 31),
                    Withdrawn = WithdrawnPolicy.Exclude,
                    Extensions = ExtensionPolicy.Strict,
                },
                Part = CasePart.Denominator,
                State = ClockState.Late,
                Limit = 9,
            },
            new() { Figure = new FigureQuery { Measures = ["stage1_made"] }, Part = CasePart.Open, DueWithin = new WorkingDays(40) },
        ];
        foreach (CaseListQuery query in queries)
        {
            List<CaseListPart> here = await new WarehouseFigures(served.Store.Warehouse)
                .CasesAsync(
                    query, Principal.Demo, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
            List<CaseListPart> there = await served.Client
                .CasesAsync(
                    query, principal: null, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
            Assert.Equal(here.SelectMany(part => part.Cases), there.SelectMany(part => part.Cases));
            Assert.Equal(here[^1].End, there[^1].End);
            Assert.Equal(FigureJson.Text(here[0].Figure!), FigureJson.Text(there[0].Figure!));
        }
    }

    [Fact]
    public async Task An_explanation_over_gRPC_says_what_the_engine_says()
    {
        ExplainQuery[] queries =
        [
            new() { Figures = new FigureQuery { Measures = ["ch02_stage1", "escalation_rate"], Years = [ReportingYear.Parse("2024/25")] } },
            new()
            {
                Figures = new FigureQuery
                {
                    Measures = ["ch01_stage1"],
                    GroupBy = ["landlord"],
                    Years = [ReportingYear.Parse("2024/25")],
                    Withdrawn = WithdrawnPolicy.Exclude,
                },
                Cases = CasePart.Excluded,
            },
        ];
        foreach (ExplainQuery query in queries)
        {
            IReadOnlyList<Explanation> here = await new WarehouseFigures(served.Store.Warehouse).ExplainAsync(
                query, Principal.Demo, TestContext.Current.CancellationToken);
            IReadOnlyList<Explanation> there =
                await served.Client.ExplainAsync(query, principal: null, TestContext.Current.CancellationToken);
            Assert.Equal(ExplanationJson.Text(here), ExplanationJson.Text(there));
            Assert.Equal(here.Select(ExplanationText.Of), there.Select(ExplanationText.Of));
            Assert.NotEmpty(there);
        }
    }

    [Fact]
    public async Task A_bridge_over_gRPC_has_the_steps_of_the_engine()
    {
        foreach (Stage stage in Enum.GetValues<Stage>())
        {
            var query = new BridgeQuery
            {
                Stage = stage,
                Years = [ReportingYear.Parse("2024/25")],
                Filters = [new QueryFilter("landlord", ["00BK"]), new QueryFilter("stock_type", ["LCRA"])],
                Withdrawn = WithdrawnPolicy.Exclude,
            };
            Bridge? here = await new WarehouseFigures(served.Store.Warehouse).BridgeAsync(
                query, Principal.Demo, TestContext.Current.CancellationToken);
            Bridge? there = await served.Client.BridgeAsync(query, principal: null, TestContext.Current.CancellationToken);
            Assert.Equal(BridgeText.Of(here!), BridgeText.Of(there!));
            Assert.Equal(here!.Steps, there!.Steps);
            Assert.Equal(here.Stops, there.Stops);
        }
    }

    [Fact]
    public async Task A_list_that_is_refused_comes_back_in_its_parts_although_it_streams()
    {
        var query = new CaseListQuery
        {
            Figure = new FigureQuery { Measures = ["ch01_stage1"], Years = [ReportingYear.Parse("2024/25")] },
            Part = CasePart.Denominator,
        };
        UserException error = await Assert.ThrowsAsync<UserException>(
            async () => await served.Client.CasesAsync(query, principal: null, TestContext.Current.CancellationToken).CountAsync());
        Assert.Equal("part", error.Where);
        Assert.Contains("homes", error.Expected, StringComparison.Ordinal);
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

    private static string Text(MeasureClocks clocks) => $"{clocks.Measure}: " + string.Join(
        "; ",
        clocks.Starts.Select(start => FormattableString.Invariant(
            $"{start.Rule} {start.Start} {start.Complaints} {start.FellBack} {string.Join(',', start.MissingIn)}")));
}
