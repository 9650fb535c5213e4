using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Domain.Figures;
using Complaints.Domain.Time;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Tests.Queries;

public sealed class QueryResolverTests
{
    private static readonly FigureQuery s_query = new() { Measures = ["ch02_stage1"] };

    public static TheoryData<FigureQuery, string> Bad() => new()
    {
        { s_query with { Measures = [] }, "names no measure" },
        { s_query with { Measures = ["ch02_stag1"] }, "There is no measure 'ch02_stag1': did you mean ch02_stage1" },
        { s_query with { Measures = ["ch02_stage1", "ch02_stage1"] }, "'ch02_stage1' is named twice" },
        { s_query with { GroupBy = ["landlrd"] }, "There is no dimension 'landlrd': did you mean landlord?" },
        { s_query with { GroupBy = ["month", "month"] }, "'month' is named twice" },
        { s_query with { Years = [ReportingYear.Parse("2022/23")] }, "'ch02_stage1' has no single definition" },
        { s_query with { Filters = [new QueryFilter("stock_type", ["LCRB"])] }, "'LCRB' is not a stock type" },
        { s_query with { Filters = [new QueryFilter("landlord", ["no code!"])] }, "'no code!' is not a landlord's code" },
        { s_query with { Filters = [new QueryFilter("quarter", ["2024 Q1"])] }, "'2024 Q1' is not a period" },
        { s_query with { Filters = [new QueryFilter("outcome", [])] }, "The filter on 'outcome' has no value" },
        { s_query with { From = new DateOnly(2024, 5, 1), To = new DateOnly(2024, 4, 1) }, "ends (2024-04-01) before it begins" },
        {
            s_query with { Years = [ReportingYear.Parse("2023/24")], Filters = [new QueryFilter("month", ["2024-04"])] },
            "No day is in all of the periods"
        },
        { s_query with { DecimalPlaces = 13 }, "13 decimal places" },
        { s_query with { Rounding = RoundingMode.LargestRemainderTo100 }, "A single figure cannot be rounded" },
        { s_query with { Limit = 0 }, "A limit of 0 rows" },
        { s_query with { Measures = ["ch01_stage1"] }, "'ch01_stage1' divides by the homes at a year's end" },
        {
            s_query with
            {
                Measures = ["ch01_stage1"],
                Years = [ReportingYear.Parse("2023/24"), ReportingYear.Parse("2024/25")],
                GroupBy = ["landlord"],
            },
            "'ch01_stage1' divides by the homes at a year's end"
        },
        {
            s_query with { Filters = [new QueryFilter("outcome", [.. Enumerable.Range(0, 1001).Select(i => $"{i}")])] },
            "1001 under 'filter values'"
        },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_cannot_be_answered_is_refused_with_the_reason_and_the_remedy(FigureQuery query, string what)
    {
        UserException error = Assert.ThrowsAny<UserException>(() => Resolve(query));
        Assert.Contains(what, error.What, StringComparison.Ordinal);
        Assert.NotNull(error.Expected);
        Assert.NotNull(error.Fix);
    }

    [Fact]
    public void Every_day_means_for_each_measure_every_day_on_which_it_is_defined()
    {
        ResolvedQuery query = Resolve(s_query with { Measures = ["stage1_made", "ch01_stage1"], GroupBy = ["reporting_year"] });
        Assert.Equal([null, new DateOnly(2023, 4, 1)], query.Measures.Select(measure => query.PeriodOf(measure).First));
    }

    [Fact]
    public void A_period_that_ends_before_a_measure_began_is_refused() =>
        Assert.Contains(
            "'ch02_stage1' is not defined on any day",
            Assert.Throws<UserException>(
                () => Resolve(s_query with { Measures = ["stage1_made", "ch02_stage1"], To = new DateOnly(2022, 3, 31) })).What,
            StringComparison.Ordinal);

    [Fact]
    public void A_dimension_is_filtered_once() =>
        Assert.Contains(
            "named twice",
            Assert.Throws<UserException>(() => Resolve(s_query with
            {
                Filters = [new QueryFilter("stock_type", ["LCRA"]), new QueryFilter("stock_type", ["LCHO"])],
            })).What,
            StringComparison.Ordinal);

    [Fact]
    public void Years_that_touch_are_one_span_and_a_month_narrows_them()
    {
        ReportingYear[] years = [ReportingYear.Parse("2024/25"), ReportingYear.Parse("2023/24")];
        Assert.Equal(
            [new DateSpan(new DateOnly(2023, 4, 1), new DateOnly(2025, 4, 1))], Resolve(s_query with { Years = years }).Period.Spans);
        Assert.Equal(
            [
                new DateSpan(new DateOnly(2023, 4, 1), new DateOnly(2023, 5, 1)),
                new DateSpan(new DateOnly(2024, 4, 1), new DateOnly(2024, 5, 1)),
            ],
            Resolve(s_query with { Years = years, Filters = [new QueryFilter("month", ["2023-04", "2024-04"])] }).Period.Spans);
    }

    [Fact]
    public void A_landlords_name_may_be_asked_for_and_comes_with_the_landlord() =>
        Assert.Equal([Dimensions.Landlord], Resolve(s_query with { GroupBy = ["landlord", "landlord_name"] }).GroupBy);

    [Theory]
    [InlineData(DimensionKind.ReportingYear, 2024, "2024/25")]
    [InlineData(DimensionKind.Quarter, 20244, "2024/25 Q4")]
    [InlineData(DimensionKind.Month, 202501, "2025-01")]
    public void Periods_are_words_and_their_words_are_days_that_hold_them(DimensionKind kind, int number, string word)
    {
        Assert.Equal(word, PeriodWords.Word(kind, number));
        DateSpan days = PeriodWords.Days(Dimensions.All.First(dimension => dimension.Kind == kind), word);
        Assert.True(days.First <= new DateOnly(2025, 1, 1) && days.End > new DateOnly(2025, 1, 1));
    }

    private static ResolvedQuery Resolve(FigureQuery query) =>
        QueryResolver.Resolve(query, MeasureCatalogue.Shipped, Principal.Demo, new DateOnly(2025, 4, 14));
}
