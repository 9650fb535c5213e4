using Complaints.Domain.Access;
using Complaints.Domain.Time;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;
using Complaints.Domain.Errors;
using Complaints.Warehouse.Rows;

namespace Complaints.Measures.Tests.Figures;

/// <summary>Which groups there are, what they are called, and of which days there is no figure.</summary>
public sealed class GroupsAndDaysTests
{
    private static readonly DateOnly s_day = new(2024, 6, 3);

    // "Not recorded" as a category made a row beside the one of complaints without a category, and asking for it gave one of the two.
    [Theory]
    [InlineData("category")]
    [InlineData("service_area")]
    public async Task What_is_not_recorded_and_what_is_called_so_are_one_group(string dimension)
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(new DateOnly(2025, 6, 30), new TestRows
        {
            Landlords = [Make.Landlord("A1", "One")],
            Stages =
            [
                Make.Stage("A", "A1", s_day) with { Category = "Not recorded", ServiceArea = "Not recorded" },
                Make.Stage("B", "A1", s_day),
                Make.Stage("C", "A1", s_day) with { Category = "Repairs", ServiceArea = "Repairs" },
            ],
        });
        FigureQuery query = new() { Measures = ["stage1_made"], GroupBy = [dimension] };
        FigureTable table = await Ask(store, query);
        Assert.Equal(["Not recorded 2", "Repairs 1"], table.Figures.Select(figure => $"{figure.ValueOf(dimension)} {figure.Display}"));
        FigureTable asked = await Ask(store, query with { GroupBy = [], Filters = [new QueryFilter(dimension, ["Not recorded"])] });
        Assert.Equal(2, Assert.Single(asked.Figures).Numerator);
    }

    // A name valid from 2026 stood on a figure of 2025.
    [Fact]
    public async Task A_landlord_is_called_as_it_was_on_the_last_day_of_the_figure()
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(new DateOnly(2026, 6, 30), new TestRows
        {
            Landlords =
            [
                Make.Landlord("A1", "Old Homes"),
                Make.Landlord("A1", "Middle Homes", new DateOnly(2025, 1, 1)),
                Make.Landlord("A1", "New Homes", new DateOnly(2026, 1, 1)),
            ],
            Stages =
            [
                Make.Stage("A", "A1", new DateOnly(2023, 6, 1)),
                Make.Stage("B", "A1", s_day),
                Make.Stage("C", "A1", new DateOnly(2026, 5, 1)),
            ],
        });
        FigureTable table = await Ask(store, new FigureQuery { Measures = ["stage1_made"], GroupBy = ["landlord", "reporting_year"] });
        Assert.Equal(
            ["2023/24 Old Homes", "2024/25 Middle Homes", "2025/26 New Homes", "2026/27 New Homes"],
            table.Figures.Select(figure => $"{figure.ValueOf("reporting_year")} {figure.ValueOf("landlord_name")}"));
        FigureTable early = await Ask(
            store, new FigureQuery { Measures = ["stage1_made"], GroupBy = ["landlord"], AsAt = new DateOnly(2024, 12, 31) });
        Assert.Equal("Old Homes", Assert.Single(early.Figures).ValueOf("landlord_name"));
    }

    // A year that had not begun printed 0.0.
    [Fact]
    public async Task Days_that_have_not_begun_have_no_figure_and_a_year_under_way_has_one()
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(new DateOnly(2025, 6, 30), new TestRows
        {
            Landlords = [Make.Landlord("A1", "One")],
            Stock = [Make.Stock("A1", 2025, 1_000), Make.Stock("A1", 2026, 1_000)],
            Stages = [Make.Stage("A", "A1", s_day)],
        });
        (string, string, string)[] years = [("2025/26", "0", "0.0"), ("2026/27", "[U]", "[U]")];
        foreach ((string year, string count, string rate) in years)
        {
            FigureTable table = await Ask(
                store, new FigureQuery { Measures = ["stage1_made", "ch01_stage1"], Years = [ReportingYear.Parse(year)] });
            Assert.Equal([count, rate], table.Figures.Select(figure => figure.Display));
        }
    }

    // A complaint that was withdrawn without an answer counted as open for ever.
    [Fact]
    public async Task A_withdrawn_complaint_is_counted_and_not_open()
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(new DateOnly(2025, 6, 30), new TestRows
        {
            Landlords = [Make.Landlord("A1", "One")],
            Stages = [Make.Stage("A", "A1", s_day) with { Status = StageStatus.Withdrawn }, Make.Stage("B", "A1", s_day)],
        });
        Figure figure = Assert.Single((await Ask(store, new FigureQuery { Measures = ["ch02_stage1"] })).Figures);
        Assert.Equal((2m, 1L), (figure.Denominator!.Value, figure.OpenAtCutOff));
    }

    // The day after 9999-12-31 is none, and asking for it was an error of ours.
    [Theory]
    [InlineData("from")]
    [InlineData("to")]
    [InlineData("as at")]
    public async Task A_day_out_of_range_is_the_askers_fault_and_named(string where)
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        foreach (DateOnly day in (DateOnly[])[DateOnly.MinValue, new DateOnly(1999, 12, 31), new DateOnly(2099, 4, 1), DateOnly.MaxValue])
        {
            FigureQuery query = new()
            {
                Measures = ["stage1_made"],
                From = where == "from" ? day : null,
                To = where == "to" ? day : null,
                AsAt = where == "as at" ? day : null,
            };
            UserException error = await Assert.ThrowsAsync<UserException>(() => Ask(store, query));
            Assert.Equal((where, "a day from 2000-04-01 to 2099-03-31"), (error.Where, error.Expected));
        }
    }

    [Theory]
    [InlineData("month", "9999-12")]
    [InlineData("month", "0001-01")]
    [InlineData("quarter", "9999/00 Q4")]
    [InlineData("reporting_year", "9998/99")]
    public async Task A_period_out_of_range_is_refused_likewise(string dimension, string value)
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        FigureQuery query = new() { Measures = ["stage1_made"], Filters = [new QueryFilter(dimension, [value])] };
        _ = await Assert.ThrowsAsync<UserException>(() => Ask(store, query));
    }

    [Fact]
    public async Task The_last_days_that_can_be_asked_about_give_an_answer()
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        FigureQuery query = new()
        {
            Measures = ["stage1_made"],
            From = new DateOnly(2000, 4, 1),
            To = new DateOnly(2099, 3, 31),
            AsAt = new DateOnly(2099, 3, 31),
        };
        Assert.Equal(0, Assert.Single((await Ask(store, query)).Figures).Numerator);
    }

    private static Task<FigureTable> Ask(TestWarehouse store, FigureQuery query) =>
        new FigureEngine(store.Warehouse).QueryAsync(query, Principal.Demo, TestContext.Current.CancellationToken);
}
