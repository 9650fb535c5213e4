using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Measures.Comparators;
using Complaints.Measures.Tests.Support;
using Complaints.Warehouse.Rows;

namespace Complaints.Measures.Tests.Comparators;

public sealed class ComparatorTests
{
    private static readonly ReportingYear s_year = ReportingYear.Parse("2023/24");

    [Theory]
    [InlineData(ZeroRule.Keep, "42.5", "5.6", "82.3", "83.3")]
    [InlineData(ZeroRule.Drop, "42.5", "5.7", "82.3", "83.6")]
    public async Task The_shipped_medians_are_those_of_the_regulators_file(ZeroRule rule, params string[] medians)
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        IReadOnlyList<Comparator> found = await Ask(store, new ComparatorQuery { Year = s_year, ZeroRule = rule });
        Assert.Equal(medians, found.Select(comparator => comparator.Median.Display));
        Assert.All(found, comparator => Assert.Contains("Regulator of Social Housing", comparator.Source, StringComparison.Ordinal));
        Assert.All(
            found,
            comparator => Assert.Contains(rule == ZeroRule.Keep ? "kept" : "dropped", comparator.ZeroRule, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Loaded_figures_win_and_are_computed_from_numerator_and_denominator()
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(new DateOnly(2024, 11, 1), new TestRows
        {
            Published =
            [
                Published(1, "A1", 1, 2, "PRP"), Published(2, "A2", 0, 2, "PRP"), Published(3, "A3", 3, 3, "LARP"),
                Published(4, "A4", 0, 0, "PRP"), Published(5, "A5", null, 4, "PRP"), Published(6, "A6", 2, 3, "LARP"),
            ],
        });
        Comparator kept = Assert.Single(await Ask(store, Query(ZeroRule.Keep)));
        Assert.Equal(("37.5", "58.3", "75.0"), (kept.Q1.Display, kept.Median.Display, kept.Q3.Display));
        Assert.Equal((4, 0, 1), (kept.Landlords, kept.ZerosDropped, kept.Undefined));
        Comparator dropped = Assert.Single(await Ask(store, Query(ZeroRule.Drop)));
        Assert.Equal(("66.7", 3, 1), (dropped.Median.Display, dropped.Landlords, dropped.ZerosDropped));
        Comparator peers = Assert.Single(await Ask(store, Query(ZeroRule.Keep) with { LandlordType = "larp" }));
        Assert.Equal(("83.3", 2), (peers.Median.Display, peers.Landlords));
        Assert.Contains("landlords of type larp", peers.Population, StringComparison.Ordinal);
        UserException error = await Assert.ThrowsAsync<UserException>(() => Ask(store, Query(ZeroRule.Keep) with { LandlordType = "PRQ" }));
        Assert.Contains("did you mean PRP?", error.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_landlord_stands_in_its_place_by_value_and_a_set_of_one_s_own_has_its_landlords_alone()
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(new DateOnly(2024, 11, 1), new TestRows
        {
            Published =
            [
                Published(1, "A1", 1, 2, "PRP"), Published(2, "A2", 0, 2, "PRP"), Published(3, "A3", 3, 3, "LARP"),
                Published(4, "A4", 0, 0, "PRP"), Published(5, "A5", null, 4, "PRP"), Published(6, "A6", 2, 3, "LARP"),
                Published(7, "A7", 4, 6, "LARP"),
            ],
        });
        async Task<Standing> Own(string code, Func<ComparatorQuery, ComparatorQuery>? with = null)
        {
            ComparatorQuery query = Query(ZeroRule.Keep) with { Own = LandlordCode.Parse(code) };
            return Assert.Single(await Ask(store, with is null ? query : with(query))).Own!;
        }

        // 100, 66.7 twice, 50 and 0 %: quartiles 50, 66.7 and 66.7.
        Standing[] all = [await Own("A3"), await Own("A6"), await Own("A7"), await Own("A1"), await Own("A2")];
        Assert.Equal([1, 2, 2, 4, 5], all.Select(own => own.Rank!.Value));
        Assert.Equal([4, 2, 2, 1, 1], all.Select(own => own.Quarter!.Value));
        Assert.All(all, own => Assert.Equal(5, own.Of));
        Assert.Equal("66.7", all[1].Display);
        Assert.Equal("its denominator is zero", (await Own("A4")).WhyNot);
        Assert.Equal("its figure was published without numbers", (await Own("A5")).WhyNot);
        Assert.Equal("no figure of it was published", (await Own("ZZ9")).WhyNot);
        const string left = "it is not among the landlords that count";
        Assert.Equal(left, (await Own("A1", query => query with { LandlordType = "LARP" })).WhyNot);
        Assert.Equal(left, (await Own("A2", query => query with { ZeroRule = ZeroRule.Drop })).WhyNot);

        ComparatorQuery set = Query(ZeroRule.Keep) with { Peers = [LandlordCode.Parse("A1"), LandlordCode.Parse("A3")] };
        Comparator two = Assert.Single(await Ask(store, set));
        Assert.Equal(("75.0", 2, null), (two.Median.Display, two.Landlords, two.Own));
        Assert.Contains("the set A1, A3", two.Population, StringComparison.Ordinal);
        UserException missing = await Assert.ThrowsAsync<UserException>(() => Ask(store, set with { Peers = [LandlordCode.Parse("A8")] }));
        Assert.Contains("No figure of the landlord 'A8'", missing.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_shipped_comparators_have_no_single_landlords_and_say_so()
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        Comparator shipped = (await Ask(store, new ComparatorQuery { Year = s_year, Own = LandlordCode.Parse("A1") }))[0];
        Assert.Contains("not loaded", shipped.Own!.WhyNot, StringComparison.Ordinal);
        await Assert.ThrowsAsync<UserException>(
            () => Ask(store, new ComparatorQuery { Year = s_year, Peers = [LandlordCode.Parse("A1")] }));
    }

    [Fact]
    public async Task Nobody_gets_no_comparators_and_a_peer_group_needs_loaded_figures()
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        Assert.Empty(await new ComparatorEngine(store.Warehouse).QueryAsync(
            new ComparatorQuery { Year = s_year }, principal: null, TestContext.Current.CancellationToken));
        UserException error = await Assert.ThrowsAsync<UserException>(
            () => Ask(store, new ComparatorQuery { Year = s_year, Region = "London" }));
        Assert.Contains("load the regulator's workbook", error.Fix, StringComparison.Ordinal);
    }

    // A principal without landlords got every comparator, although figures and the risk list gave it nothing.
    [Fact]
    public async Task Who_may_see_no_landlord_gets_no_comparators_and_one_landlord_is_enough_for_what_is_public()
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(
            new DateOnly(2024, 11, 1), new TestRows { Published = [Published(1, "A1", 1, 2, "PRP"), Published(2, "A2", 2, 2, "PRP")] });
        var figures = new WarehouseFigures(store.Warehouse);
        Assert.Empty(
            await figures.ComparatorsAsync(
                Query(ZeroRule.Keep), new Principal("none", LandlordScope.None, Role.Analyst), TestContext.Current.CancellationToken));
        var one = new Principal("one", LandlordScope.Of(LandlordCode.Parse("A1")), Role.Analyst);
        Comparator comparator = Assert.Single(
            await figures.ComparatorsAsync(Query(ZeroRule.Keep), one, TestContext.Current.CancellationToken));
        Assert.Equal(2, comparator.Landlords);
    }

    // A council's own page took the place of the regulator's row of the council, even without a denominator.
    [Fact]
    public async Task Publishers_are_kept_apart_and_a_comparator_names_one()
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(new DateOnly(2024, 11, 1), new TestRows
        {
            Published = [Published(1, "A1", 1, 4, "PRP"), Published(2, "A2", 2, 4, "PRP"), Published(3, "A3", 3, 4, "PRP")],
        });
        await store.LoadAsync(new DateOnly(2024, 12, 1), new TestRows
        {
            Published =
            [
                Published(4, "A1", 4, 4, "PRP") with { Publisher = "A1's page" },
                Published(5, "A2", 2, null, "PRP") with { Publisher = "A2's page" },
            ],
        }, source: "PAGES");
        Comparator regulator = Assert.Single(await Ask(store, Query(ZeroRule.Keep)));
        Assert.Equal(("RSH", "50.0", 3), (regulator.Publisher, regulator.Median.Display, regulator.Landlords));
        Assert.Equal("published by RSH, loaded in this warehouse", regulator.Source);
        Comparator page = Assert.Single(await Ask(store, Query(ZeroRule.Keep) with { Publisher = "a1's PAGE" }));
        Assert.Equal(("A1's page", "100.0", 1), (page.Publisher, page.Median.Display, page.Landlords));
        UserException unknown = await Assert.ThrowsAsync<UserException>(() => Ask(store, Query(ZeroRule.Keep) with { Publisher = "RSI" }));
        Assert.Equal(("publisher", "one of A1's page; A2's page; RSH"), (unknown.Where, unknown.Expected));
    }

    [Fact]
    public async Task Without_the_regulator_a_publisher_must_be_named_where_there_are_several_and_a_page_without_numbers_displaces_nothing()
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(
            new DateOnly(2024, 11, 1), new TestRows { Published = [Published(1, "A1", 4, null, "PRP") with { Publisher = "page" }] });
        Assert.Equal("82.3", Assert.Single(await Ask(store, Query(ZeroRule.Keep))).Median.Display);
        await store.LoadAsync(new DateOnly(2024, 11, 2), new TestRows
        {
            Published =
            [
                Published(1, "A1", 4, 5, "PRP") with { Publisher = "page" },
                Published(2, "A2", 4, 5, "PRP") with { Publisher = "other page" },
            ],
        });
        UserException several = await Assert.ThrowsAsync<UserException>(() => Ask(store, Query(ZeroRule.Keep)));
        Assert.Equal("one of other page; page", several.Expected);
    }

    [Fact]
    public async Task A_published_measure_that_the_catalogue_lacks_can_be_asked_for_and_an_unknown_one_lists_what_is_loaded()
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(new DateOnly(2024, 11, 1), new TestRows
        {
            Published =
            [
                Published(1, "A1", 120, 270, "PRP") with { MeasureId = "tp09" },
                Published(2, "A2", 69, 174, "PRP") with { MeasureId = "tp09" },
                Published(3, "A3", 20.7m + 31.5m, 126, "LARP") with { MeasureId = "tp09" },
                Published(4, "A1", 3, 8, "PRP") with { MeasureId = "own_01" },
            ],
        });
        IReadOnlyList<Comparator> found = await Ask(store, new ComparatorQuery { Measures = ["tp09", "own_01"], Year = s_year });
        Assert.Equal(
            ["41.4 %", "0.3750 numerator ÷ denominator"], found.Select(comparator => $"{comparator.Median.Display} {comparator.Unit}"));
        Assert.Equal(3, found[0].Landlords);

        UserException unknown = await Assert.ThrowsAsync<UserException>(
            () => Ask(store, new ComparatorQuery { Measures = ["tp90"], Year = s_year }));
        Assert.Contains("did you mean tp09", unknown.What, StringComparison.Ordinal);
        Assert.EndsWith("that are loaded: own_01, tp09", unknown.Expected, StringComparison.Ordinal);
        UserException otherYear = await Assert.ThrowsAsync<UserException>(
            () => Ask(store, new ComparatorQuery { Measures = ["tp09"], Year = ReportingYear.Parse("2024/25") }));
        Assert.Equal(("No figures of 'tp09' for 2024/25 LCRA are loaded.", "one of 2023/24 LCRA"), (otherYear.What, otherYear.Expected));
    }

    private static ComparatorQuery Query(ZeroRule rule) => new() { Measures = ["ch02_stage1"], Year = s_year, ZeroRule = rule };

    private static Task<IReadOnlyList<Comparator>> Ask(TestWarehouse store, ComparatorQuery query) =>
        new ComparatorEngine(store.Warehouse).QueryAsync(query, Principal.Demo, TestContext.Current.CancellationToken);

    private static PublishedMeasureRow Published(int row, string code, decimal? numerator, decimal? denominator, string type) => new()
    {
        SourceRow = row,
        LandlordCode = LandlordCode.Parse(code),
        LandlordName = code,
        LandlordType = type,
        StockType = PublishedStockType.Lcra,
        ReportingYear = s_year,
        MeasureId = "ch02_stage1",
        Numerator = numerator,
        Denominator = denominator,
        ValueAsPrinted = "0",
        Publisher = "RSH",
        SourceFile = "test.xlsx",
    };
}
