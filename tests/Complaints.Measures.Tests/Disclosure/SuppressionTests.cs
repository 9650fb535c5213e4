using Complaints.Domain.Access;
using Complaints.Domain.Code;
using Complaints.Domain.Errors;
using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;
using Complaints.Warehouse.Rows;

namespace Complaints.Measures.Tests.Disclosure;

/// <summary>Each rule by which a number is held back, by itself, on complaints counted out by hand.</summary>
public sealed class SuppressionTests
{
    private static readonly DateOnly s_day = new(2024, 6, 3);
    private static readonly LandlordRow[] s_landlords =
        [.. new[] { "A1", "B2", "C3", "D4" }.Select(code => Make.Landlord(code, $"Landlord {code}"))];

    private static readonly ReportingYear s_year = ReportingYear.FromStartYear(2024);

    [Fact]
    public async Task A_count_of_one_to_four_is_hidden_and_nothing_of_it_is_told_while_0_and_five_are_shown()
    {
        await using TestWarehouse store = await StoreAsync(("A1", 0), ("B2", 1), ("C3", 4), ("D4", 5));
        foreach ((string landlord, bool hidden) in new[] { ("A1", false), ("B2", true), ("C3", true), ("D4", false) })
        {
            Figure figure = Assert.Single((await Ask(store, Made() with { Years = [s_year] }, landlord)).Figures);
            Assert.Equal(hidden, figure.State == CellState.Suppressed);
            Assert.True(!hidden || figure is { Numerator: 0, Denominator: null, Value: null, Display: "*" });
        }
    }

    [Fact]
    public async Task The_smallest_other_is_hidden_with_a_small_count_that_the_total_would_give_away()
    {
        await using TestWarehouse store = await AreasAsync(("Repairs", 40), ("Estates", 3), ("Charges", 9), ("Heating", 20));

        Assert.Equal(["Charges *", "Estates *", "Heating 20", "Repairs 40"], Lines(await Ask(store, Made("service_area"), "A1")));
    }

    [Fact]
    public async Task Small_counts_that_add_up_to_few_bring_another_with_them()
    {
        await using TestWarehouse store = await AreasAsync(("Repairs", 40), ("Estates", 1), ("Charges", 1), ("Heating", 20));

        Assert.Equal(["Charges *", "Estates *", "Heating *", "Repairs 40"], Lines(await Ask(store, Made("service_area"), "A1")));
    }

    [Fact]
    public async Task What_is_hidden_in_a_table_is_hidden_from_a_filter_and_from_a_list_of_values_that_holds_it()
    {
        await using TestWarehouse store = await AreasAsync(("Repairs", 40), ("Estates", 3), ("Charges", 9), ("Heating", 20));
        foreach ((string[] values, string shown) in new[]
        {
            (new[] { "Charges" }, "*"),
            (["Estates"], "*"),
            (["Repairs"], "40"),
            (["Heating", "Repairs"], "60"),
            (["Repairs", "Charges"], "*"),
        })
        {
            FigureQuery query = Made() with { Filters = [new QueryFilter("service_area", values)] };
            Assert.Equal(shown, Assert.Single((await Ask(store, query, "A1")).Figures).Display);
        }
    }

    [Fact]
    public async Task A_share_is_hidden_where_its_numerator_or_what_is_left_of_the_denominator_is_small()
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(new DateOnly(2025, 6, 30), new TestRows
        {
            Landlords = s_landlords,
            Stages =
            [
                .. Answered("A1", inTime: 3, late: 20), .. Answered("B2", inTime: 20, late: 3), .. Answered("C3", inTime: 20, late: 0),
                .. Answered("D4", inTime: 20, late: 20),
            ],
        });
        foreach ((string landlord, string shown) in new[] { ("A1", "*"), ("B2", "*"), ("C3", "100.0"), ("D4", "50.0") })
        {
            FigureTable table = await Ask(store, new FigureQuery { Measures = ["ch02_stage1", "stage1_made"], Years = [s_year] }, landlord);
            Assert.Equal(shown, table.Figures[0].Display);
            Assert.Equal(CellState.Value, table.Figures[1].State);
        }
    }

    [Fact]
    public async Task The_two_ways_of_being_in_time_are_hidden_together_as_each_is_the_whole_less_the_other()
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(new DateOnly(2025, 6, 30), new TestRows
        {
            Landlords = s_landlords,
            Stages = [.. Answered("A1", inTime: 20, late: 10), .. Answered("A1", inTime: 0, late: 3, extendedBy: 60)],
        });
        FigureTable table = await Ask(
            store, new FigureQuery { Measures = ["ch02_stage1", "ch02_stage1_standard", "ch02_stage1_extension"], Years = [s_year] }, "A1");

        Assert.Equal([CellState.Value, CellState.Suppressed, CellState.Suppressed], table.Figures.Select(figure => figure.State));
    }

    [Fact]
    public async Task Months_of_a_quarter_and_quarters_of_a_year_do_not_give_each_other_away()
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        int[] months = [20, 12, 2, 30, 30, 30, 25, 25, 25, 15, 15, 15];
        await store.LoadAsync(new DateOnly(2025, 6, 30), new TestRows
        {
            Landlords = s_landlords,
            Stages =
            [
                .. months.SelectMany((count, month) => Enumerable.Range(1, count).Select(number =>
                    Make.Stage($"M{month}-{number}", "A1", new DateOnly(2024, 4, 1).AddMonths(month)))),
            ],
        });
        string[] shown = Lines(await Ask(store, Made("month") with { Years = [s_year] }, "A1"));

        Assert.Equal(["2024-04 20", "2024-05 *", "2024-06 *", "2024-07 30"], shown.Take(4));
        Assert.Equal("2024/25 Q1 34", Lines(await Ask(store, Made("quarter") with { Years = [s_year] }, "A1"))[0]);
        FigureQuery two = Made() with { From = new DateOnly(2024, 4, 1), To = new DateOnly(2024, 5, 31) };
        Assert.Equal("*", Assert.Single((await Ask(store, two, "A1")).Figures).Display);
    }

    [Fact]
    public async Task A_landlord_hidden_from_the_sector_takes_another_with_it_where_the_total_is_shown()
    {
        await using TestWarehouse store = await StoreAsync(("A1", 30), ("B2", 2), ("C3", 8), ("D4", 50));
        var sector = new Principal("sector", LandlordScope.All, Role.Sector);

        Assert.Equal(["A1 30", "B2 *", "C3 *", "D4 50"], Lines(await Ask(store, Made("landlord"), sector)));
        Assert.Equal("90", Assert.Single((await Ask(store, Made(), sector)).Figures).Display);
    }

    [Fact]
    public async Task Where_a_total_is_hidden_nothing_of_it_is_shown_not_even_0()
    {
        await using TestWarehouse store = await AreasAsync(("Repairs", 3));
        await store.LoadAsync(new DateOnly(2025, 6, 30), new TestRows
        {
            Stages =
            [
                .. Enumerable.Range(1, 9).Select(
                    number => Make.Stage($"E{number}", "A1", s_day.AddYears(-1)) with { ServiceArea = "Estates" }),
            ],
        });

        Assert.Equal(["Estates *", "Repairs *"], Lines(await Ask(store, Made("service_area") with { Years = [s_year] }, "A1")));
    }

    [Fact]
    public async Task Counts_beside_a_figure_are_not_told_and_are_marked_so()
    {
        await using TestWarehouse store = await StoreAsync(("A1", 8));
        Figure figure = Assert.Single((await Ask(store, Made(), "A1")).Figures);

        Assert.True(figure is { HasCountsWithheld: true, OpenAtCutOff: 0, Excluded: [], HeldBack: [], UnmatchedRows: 0, HomesMissing: 0 });
    }

    [Fact]
    public async Task An_analyst_sees_all_of_it()
    {
        await using TestWarehouse store = await AreasAsync(("Repairs", 40), ("Estates", 3));
        FigureTable table = await Ask(store, Made("service_area"), Viewer("A1") with { Role = Role.Analyst });

        Assert.Equal(["Estates 3", "Repairs 40"], Lines(table));
        Assert.All(table.Figures, figure => Assert.Equal(figure.Numerator, figure.OpenAtCutOff));
    }

    public static TheoryData<string, FigureQuery> Refused => new()
    {
        { "from and to", Made() with { From = new DateOnly(2024, 4, 1), To = new DateOnly(2024, 4, 9) } },
        { "as at", Made() with { AsAt = new DateOnly(2025, 1, 9) } },
        { "known at load", Made() with { KnownAtLoad = 1 } },
        { "withdrawn and extensions", Made() with { Withdrawn = WithdrawnPolicy.Exclude } },
        { "withdrawn and extensions", Made() with { Extensions = ExtensionPolicy.Strict } },
        { "group by and filters", Made("outcome") },
        { "group by and filters", Made("tenure") },
        { "group by and filters", Made("handler") },
        { "group by and filters", Made("stage") },
        { "group by and filters", Made("source_system") },
        { "group by", Made("week") },
        { "group by and filters", Made("service_area", "channel", "month") },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_question_whose_difference_to_another_is_of_few_is_refused_with_what_can_be_asked(string where, FigureQuery query)
    {
        await using TestWarehouse store = await StoreAsync(("A1", 30));
        UserException error = await Assert.ThrowsAsync<UserException>(() => Ask(store, query, "A1"));

        Assert.Equal(where, error.Where);
        Assert.False(string.IsNullOrEmpty(error.Expected) || string.IsNullOrEmpty(error.Fix));
        _ = await Ask(store, query, Viewer("A1") with { Role = Role.Analyst });
    }

    // Within ten days less within nine is the complaints of a day.
    [Theory]
    [InlineData("""{ "field": "working_days_to_respond", "op": "le", "value": 10 }""")]
    [InlineData("""{ "field": "in_time_basis", "op": "in", "value": ["extension", "late"] }""")]
    [InlineData("""{ "any": [ { "field": "in_time_basis", "op": "eq", "value": "late" }, { "field": "status", "op": "eq", "value": "withdrawn" } ] }""")]
    public async Task A_measure_of_one_s_own_that_overlaps_others_in_part_is_for_who_sees_small_numbers(string condition)
    {
        await using TestWarehouse store = await StoreAsync(("A1", 30));
        var engine = new FigureEngine(store.Warehouse, MeasureCatalogue.Shipped.With(
            $$"""
            { "measures": [ { "id": "ours", "title": "Ours", "unit": "complaints", "kind": "count", "population": "tsm", "date_role": "made",
              "numerator": { "count": { "all": [ { "field": "stage", "op": "eq", "value": 1 }, {{condition}} ] } }, "source": "us" } ] }
            """,
            "ours.jsonc"));
        FigureQuery query = new() { Measures = ["ours"], Years = [s_year] };
        CancellationToken ct = TestContext.Current.CancellationToken;

        UserException error = await Assert.ThrowsAsync<UserException>(() => engine.QueryAsync(query, Viewer("A1"), ct));
        Assert.Equal("measures", error.Where);
        _ = await engine.QueryAsync(query, Viewer("A1") with { Role = Role.Analyst }, ct);
        _ = await engine.QueryAsync(query with { Measures = ["stage1_made", "ch02_stage1", "upheld_rate_stage1"] }, Viewer("A1"), ct);
    }

    [Fact]
    public async Task A_measure_that_is_not_proven_to_keep_small_numbers_is_refused_to_who_sees_none_and_shown_to_an_analyst()
    {
        await using TestWarehouse store = await StoreAsync(("A1", 30));
        string[] closed =
        [
            .. MeasureCatalogue.Shipped.Definitions.Where(measure => measure.IsClosedToViewers).Select(measure => measure.Id),
        ];
        Assert.Contains("overdue_stage1", closed);
        foreach (string id in closed)
        {
            FigureQuery query = new() { Measures = [id], Years = [s_year] };
            UserException error = await Assert.ThrowsAsync<UserException>(() => Ask(store, query, "A1"));
            Assert.Contains(id, error.What, StringComparison.Ordinal);
            _ = await Ask(store, query, Viewer("A1") with { Role = Role.Analyst });
        }
    }

    private static FigureQuery Made(params string[] groupBy) => new() { Measures = ["stage1_made"], GroupBy = groupBy };

    private static Principal Viewer(string landlord) => new("viewer", LandlordScope.Of(LandlordCode.Parse(landlord)));

    private static string[] Lines(FigureTable table) =>
    [
        .. table.Figures.Select(figure => $"{figure.Dimensions[0].Value} {figure.Display}"),
    ];

    private static Task<FigureTable> Ask(TestWarehouse store, FigureQuery query, string viewerOf) => Ask(store, query, Viewer(viewerOf));

    private static Task<FigureTable> Ask(TestWarehouse store, FigureQuery query, Principal principal) =>
        new FigureEngine(store.Warehouse).QueryAsync(query, principal, TestContext.Current.CancellationToken);

    private static IEnumerable<StageRow> Answered(string landlord, int inTime, int late, int extendedBy = 0) =>
        Enumerable.Range(1, inTime + late)
        .Select(number => Make.Stage($"{landlord}-{extendedBy}-{number}", landlord, s_day, s_day.AddDays(number <= inTime ? 5 : 40)) with
        {
            ExtendedDueOn = extendedBy == 0 ? null : s_day.AddDays(extendedBy),
        });

    private static async Task<TestWarehouse> StoreAsync(params (string Landlord, int Count)[] counts)
    {
        TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(new DateOnly(2025, 6, 30), new TestRows
        {
            Landlords = s_landlords,
            Stages =
            [
                .. counts.SelectMany(one => Enumerable.Range(1, one.Count)
                    .Select(number => Make.Stage($"{one.Landlord}-{number}", one.Landlord, s_day))),
            ],
        });
        return store;
    }

    private static async Task<TestWarehouse> AreasAsync(params (string Area, int Count)[] counts)
    {
        TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(new DateOnly(2025, 6, 30), new TestRows
        {
            Landlords = s_landlords,
            Stages =
            [
                .. counts.SelectMany(one => Enumerable.Range(1, one.Count)
                    .Select(number => Make.Stage($"{one.Area}-{number}", "A1", s_day) with { ServiceArea = one.Area })),
            ],
        });
        return store;
    }
}
