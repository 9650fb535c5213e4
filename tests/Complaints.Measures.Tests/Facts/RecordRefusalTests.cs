using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Measures.Cases;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Tests.Facts;

/// <summary>What cannot be asked of records other than complaints is refused with a reason, never answered wrongly.</summary>
public sealed class RecordRefusalTests(SeededRecords seeded) : IClassFixture<SeededRecords>
{
    private static readonly Principal s_viewer = new("viewer", LandlordScope.Of(LandlordCode.Parse("00BK")), Role.Viewer);
    private static readonly ReportingYear s_year = ReportingYear.Parse("2024/25");
    private static readonly Principal s_sector = new("sector", LandlordScope.All, Role.Sector);

    public static TheoryData<string> Measures() =>
        [.. MeasureCatalogue.Shipped.Definitions.Where(measure => measure.Fact != FactTables.Stage).Select(measure => measure.Id)];

    public static TheoryData<string> ShownToNoViewer() =>
        [.. MeasureCatalogue.Shipped.Definitions.Where(measure => !measure.Fact.CanHideSmallNumbers).Select(measure => measure.Id)];

    [Theory]
    [MemberData(nameof(ShownToNoViewer))]
    public async Task Whoever_sees_no_small_numbers_is_shown_no_figure_of_such_a_measure(string measure)
    {
        foreach (Principal reader in (Principal[])[s_viewer, s_sector])
        {
            foreach (string[] groups in (string[][])[[], ["landlord"], ["reporting_year"]])
            {
                UserException error = await RefusedAsync(
                    new FigureQuery { Measures = [measure], GroupBy = groups, Years = [s_year] }, reader);
                Assert.Contains($"'{measure}' is not shown: small numbers of", error.What, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Measures))]
    public async Task A_list_of_cases_says_that_it_is_of_complaints(string measure)
    {
        var figures = new WarehouseFigures(seeded.Store.Warehouse);
        var query = new FigureQuery { Measures = [measure], Years = [s_year] };
        UserException list = await Assert.ThrowsAsync<UserException>(async () =>
        {
            await foreach (CaseListPart _ in figures.CasesAsync(new CaseListQuery { Figure = query }, Principal.Demo, Stop))
            {
            }
        });
        Assert.Contains("A list of cases is made of stages of complaints", list.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Measures_of_two_kinds_of_records_are_not_asked_for_together()
    {
        UserException error = await RefusedAsync(new FigureQuery { Measures = ["stage1_made", "findings"] }, Principal.Demo);
        Assert.Contains("'stage1_made' counts stages and 'findings' findings", error.What, StringComparison.Ordinal);
        Assert.Equal("ask for the measures of stages and of findings apart", error.Fix);
    }

    [Theory]
    [InlineData("findings", "stock_type", "The findings that 'findings' count have no stock_type.")]
    [InlineData("contacts", "theme", "The contacts that 'contacts' count have no theme.")]
    [InlineData("stage1_made", "finding", "The stages that 'stage1_made' count have no finding.")]
    [InlineData("orders_made", "category", "The orders that 'orders_made' count have no category.")]
    public async Task A_dimension_that_the_records_lack_is_refused_with_those_that_they_have(string measure, string dimension, string what)
    {
        foreach (FigureQuery query in (FigureQuery[])
        [
            new() { Measures = [measure], GroupBy = [dimension] },
            new() { Measures = [measure], Filters = [new QueryFilter(dimension, ["LCRA"])] },
        ])
        {
            UserException error = await RefusedAsync(query, Principal.Demo);
            Assert.Equal(what, error.What);
            Assert.StartsWith("one of landlord, ", error.Expected, StringComparison.Ordinal);
            Assert.DoesNotContain($" {dimension},", error.Expected, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_value_that_no_record_has_is_told_with_the_nearest()
    {
        UserException error = await RefusedAsync(
            new FigureQuery { Measures = ["promises_made"], Filters = [new QueryFilter("kind", ["promises"])] }, Principal.Demo);
        Assert.Contains("No action has 'promises' as its kind. Did you mean 'promise'?", error.What, StringComparison.Ordinal);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Task<UserException> RefusedAsync(FigureQuery query, Principal principal) =>
        Assert.ThrowsAsync<UserException>(() => seeded.Engine.QueryAsync(query, principal, Stop));
}
