using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Domain.Homes;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;

namespace Complaints.Measures.Tests.Figures;

/// <summary>Whatever is loaded about a stage can be asked by, and a value that nothing has is told.</summary>
public sealed class DimensionTests
{
    private static readonly DateOnly s_day = new(2024, 6, 3);

    public static TheoryData<string, string> OneValueEach => new()
    {
        { "landlord", "A1" },
        { "stock_type", "LCRA" },
        { "reporting_year", "2024/25" },
        { "quarter", "2024/25 Q1" },
        { "month", "2024-06" },
        { "week", "2024-W23" },
        { "stage", "1" },
        { "service_area", "Homes" },
        { "category", "Repairs" },
        { "subcategory", "Damp" },
        { "theme", "Delay" },
        { "channel", "Telephone" },
        { "contractor", "Acme" },
        { "handler", "Team 3" },
        { "outcome", "upheld" },
        { "refusal_reason", "Over a year old" },
        { "escalation_reason", "Not put right" },
        { "status", "accepted" },
        { "tenure", "SOCIAL" },
        { "neighbourhood", "Northside" },
        { "estate", "Oak Court" },
        { "ward", "St Mary's" },
        { "managing_agent", "00BK" },
        { "region", "London" },
        { "landlord_type", "PRP" },
        { "size_band", "5,000-40,000" },
        { "source_system", "TEST-CRM" },
    };

    [Fact]
    public void There_is_a_line_of_the_theory_for_every_dimension() => Assert.Equal(
        // What residents are is told by no single complaint: BandTests hold those.
        Dimensions.All.Where(dimension => dimension.IsOf(FactTables.Stage) && !dimension.IsOfResident).Select(dimension => dimension.Id),
        OneValueEach.Select(line => line.Data.Item1));

    [Theory]
    [MemberData(nameof(OneValueEach))]
    public async Task Every_dimension_groups_and_filters_by_what_the_stage_has_and_counts_the_rest_apart(string dimension, string value)
    {
        await using TestWarehouse store = await StoreAsync();
        FigureQuery query = new() { Measures = ["stage1_made"], GroupBy = [dimension] };
        FigureTable table = await Ask(store, query);
        Assert.Equal(2, table.Figures.Sum(figure => figure.Numerator));
        Assert.Contains(table.Figures, figure => figure.ValueOf(dimension) == value);
        FigureTable filtered = await Ask(store, query with { Filters = [new QueryFilter(dimension, [value])] });
        Figure one = Assert.Single(filtered.Figures);
        Assert.Equal(
            table.Figures.Single(figure => figure.ValueOf(dimension) == value).Numerator, one.Numerator);
    }

    [Fact]
    public async Task Category_and_subcategory_of_one_table_can_be_asked_for_together()
    {
        await using TestWarehouse store = await StoreAsync();
        FigureTable table = await Ask(store, new FigureQuery { Measures = ["stage1_made"], GroupBy = ["category", "subcategory", "ward"] });
        Assert.Equal(
            ["Not recorded/Not recorded/Not recorded 1", "Repairs/Damp/St Mary's 1"],
            table.Figures.Select(figure =>
                $"{figure.ValueOf("category")}/{figure.ValueOf("subcategory")}/{figure.ValueOf("ward")} {figure.Display}"));
    }

    // A home that left the register has two records under one key, and its complaint stood twice among those of its ward.
    [Theory]
    [InlineData("ward", "St Mary's")]
    [InlineData("managing_agent", "00BK")]
    public async Task A_complaint_counts_once_after_its_home_or_its_landlord_is_recorded_anew(string dimension, string value)
    {
        await using TestWarehouse store = await StoreAsync();
        await store.LoadAsync(
            new DateOnly(2025, 7, 31),
            new TestRows
            {
                Homes =
                [
                    new PropertyRow
                    {
                        SourceRow = 2,
                        Allocator = "A1",
                        PropertyReference = "H2",
                        LandlordCode = LandlordCode.Parse("A1"),
                        StockType = StockType.Lcra,
                    },
                ],
                Landlords =
                [
                    Make.Landlord("A1", "One") with { ManagingAgentCode = "00BK", Region = "South East" },
                    Make.Landlord("B2", "Two"),
                ],
            },
            LoadMode.Full,
            "A1");
        foreach (int? load in new int?[] { null, 2 })
        {
            FigureQuery query = new() { Measures = ["stage1_made"], GroupBy = [dimension], KnownAtLoad = load };
            FigureTable table = await Ask(store, query);
            Assert.Equal(2, table.Figures.Sum(figure => figure.Numerator));
            Assert.Equal(1, table.Figures.Single(figure => figure.ValueOf(dimension) == value).Numerator);
            FigureTable filtered = await Ask(store, query with { Filters = [new QueryFilter(dimension, [value])] });
            Assert.Equal(1, Assert.Single(filtered.Figures).Numerator);
        }
    }

    [Theory]
    [InlineData("stage", "3")]
    [InlineData("week", "2024-W54")]
    [InlineData("week", "2024-23")]
    public async Task A_stage_or_week_that_there_cannot_be_is_told(string dimension, string value)
    {
        await using TestWarehouse store = await StoreAsync();
        UserException error = await Assert.ThrowsAsync<UserException>(() => Ask(
            store, new FigureQuery { Measures = ["stage1_made"], Filters = [new QueryFilter(dimension, [value])] }));
        Assert.Contains(value, error.What, StringComparison.Ordinal);
    }

    // A slip of the pen in a filter was answered with 0, which passes for a figure.
    [Theory]
    [InlineData("category", "repairs", "Did you mean 'Repairs'?")]
    [InlineData("contractor", "Acne", "Did you mean 'Acme'?")]
    [InlineData("tenure", "SOCAIL", "Did you mean 'SOCIAL'?")]
    [InlineData("ward", "Nowhere at all", "St Mary's")]
    [InlineData("landlord", "A12", "Did you mean 'A1'?")]
    [InlineData("landlord", "LH9999", "one of the 2 landlords on the register, such as 'A1', 'B2'")]
    public async Task A_value_that_no_complaint_has_is_told_with_the_nearest(string dimension, string value, string said)
    {
        await using TestWarehouse store = await StoreAsync();
        UserException error = await Assert.ThrowsAsync<UserException>(() => Ask(
            store, new FigureQuery { Measures = ["stage1_made"], Filters = [new QueryFilter(dimension, [value])] }));
        Assert.Contains(value, error.What, StringComparison.Ordinal);
        Assert.Contains(said, $"{error.What} {error.Expected}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_landlord_without_complaints_is_on_the_register_and_has_none()
    {
        await using TestWarehouse store = await StoreAsync();
        await store.LoadAsync(
            new DateOnly(2025, 7, 31), new TestRows { Landlords = [Make.Landlord("C3", "Three")] }, LoadMode.Incremental, "OTHER-REGISTER");
        FigureTable table = await Ask(
            store, new FigureQuery { Measures = ["stage1_made"], Filters = [new QueryFilter("landlord", ["C3"])] });
        Assert.Equal(0, Assert.Single(table.Figures).Numerator);
    }

    [Fact]
    public async Task A_value_that_only_other_landlords_have_is_unknown_to_who_may_not_see_them()
    {
        await using TestWarehouse store = await StoreAsync();
        var nobody = new Principal("viewer", LandlordScope.Of(LandlordCode.Parse("B2")), Role.Analyst);
        UserException error = await Assert.ThrowsAsync<UserException>(() => new FigureEngine(store.Warehouse).QueryAsync(
            new FigureQuery { Measures = ["stage1_made"], Filters = [new QueryFilter("category", ["Repairs"])] },
            nobody,
            TestContext.Current.CancellationToken));
        Assert.DoesNotContain("Did you mean", error.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ward")]
    [InlineData("tenure")]
    [InlineData("week")]
    [InlineData("managing_agent")]
    public async Task Complaints_of_some_homes_are_not_divided_by_all_of_them(string dimension)
    {
        await using TestWarehouse store = await StoreAsync();
        UserException error = await Assert.ThrowsAsync<UserException>(() => Ask(
            store, new FigureQuery { Measures = ["ch01_stage1"], GroupBy = ["reporting_year", dimension] }));
        Assert.Contains("divides by homes", error.What, StringComparison.Ordinal);
    }

    private static async Task<TestWarehouse> StoreAsync()
    {
        TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(new DateOnly(2025, 6, 30), new TestRows
        {
            Landlords =
            [
                Make.Landlord("A1", "One") with
                {
                    ManagingAgentCode = "00BK",
                    Region = "London",
                    LandlordType = "PRP",
                    SizeBand = "5,000-40,000",
                },
                Make.Landlord("B2", "Two"),
            ],
            Homes =
            [
                new PropertyRow
                {
                    SourceRow = 1,
                    Allocator = "A1",
                    PropertyReference = "H1",
                    LandlordCode = LandlordCode.Parse("A1"),
                    StockType = StockType.Lcra,
                    Neighbourhood = "Northside",
                    Estate = "Oak Court",
                    Ward = "St Mary's",
                },
            ],
        });
        await store.LoadAsync(new DateOnly(2025, 6, 30), new TestRows
        {
            Stages =
            [
                Make.Stage("A", "A1", s_day) with
                {
                    PropertyId = long.Parse((await store.SqlAsync("SELECT MAX(property_id) FROM dim_property"))[0][0], null),
                    TenureCode = "SOCIAL",
                    ServiceArea = "Homes",
                    Category = "Repairs",
                    Subcategory = "Damp",
                    Theme = "Delay",
                    Channel = "Telephone",
                    Contractor = "Acme",
                    Handler = "Team 3",
                    Outcome = "upheld",
                    RefusalReason = "Over a year old",
                    EscalationReason = "Not put right",
                },
                Make.Stage("B", "B2", s_day.AddMonths(12)) with { StockType = StockType.Lcho },
            ],
        });
        return store;
    }

    private static Task<FigureTable> Ask(TestWarehouse store, FigureQuery query) =>
        new FigureEngine(store.Warehouse).QueryAsync(query, Principal.Demo, TestContext.Current.CancellationToken);
}
