using Complaints.Domain.Code;
using Complaints.Domain.Homes;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;

namespace Complaints.Warehouse.DuckDb.Tests.Loading;

public class TimelineMergeTests
{
    private const string Landlords =
        """
        SELECT name, CAST(valid_from AS VARCHAR), CAST(valid_to AS VARCHAR), recorded_from_load
        FROM dim_landlord
        WHERE recorded_to_load = 2147483647 AND landlord_key <> 0
        ORDER BY landlord_code, valid_from
        """;

    private const string FactNames =
        """
        SELECT f.case_reference, l.name
        FROM fact_stage f
        JOIN dim_landlord l
          ON l.landlord_key = f.landlord_key
          AND l.recorded_from_load <= $p0
          AND l.recorded_to_load > $p0
        WHERE f.recorded_from_load <= $p0 AND f.recorded_to_load > $p0
        ORDER BY ALL
        """;

    [Fact]
    public async Task A_new_landlord_holds_since_ever()
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        Assert.Equal(new MergeCounts(1, 0, 1, 0, 0, 0), await warehouse.LoadAsync<LandlordRow>([Make.Landlord("A1", "Old")]));
        Assert.Equal(["Old|1900-01-01|9999-12-31|1"], await warehouse.RowsAsync(Landlords));
    }

    [Fact]
    public async Task An_unchanged_register_changes_nothing()
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        await warehouse.LoadAsync<LandlordRow>([Make.Landlord("A1"), Make.Landlord("B2", validFrom: "2020-01-01")]);
        Assert.Equal(
            new MergeCounts(0, 2, 0, 0, 0, 0),
            await warehouse.LoadAsync<LandlordRow>(
                [Make.Landlord("A1"), Make.Landlord("B2", validFrom: "2020-01-01")], extract: "2025-06-01"));
        Assert.Equal(["3"], await warehouse.RowsAsync("SELECT COUNT(*) FROM dim_landlord"));
    }

    [Fact]
    public async Task A_changed_landlord_begins_a_version_on_the_extract_date()
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        await warehouse.LoadAsync<LandlordRow>([Make.Landlord("A1", "Old")], extract: "2024-04-01");
        Assert.Equal(
            new MergeCounts(1, 0, 0, 1, 1, 0),
            await warehouse.LoadAsync<LandlordRow>([Make.Landlord("A1", "New")], extract: "2025-04-01"));
        Assert.Equal(
            ["Old|1900-01-01|2025-04-01|2", "New|2025-04-01|9999-12-31|2"],
            await warehouse.RowsAsync(Landlords));
    }

    [Fact]
    public async Task A_version_put_right_on_its_own_first_day_keeps_its_key()
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        await warehouse.LoadAsync<LandlordRow>([Make.Landlord("A1", "Mispelt", "2020-01-01")]);
        await warehouse.LoadAsync<LandlordRow>([Make.Landlord("A1", "Misspelt", "2020-01-01")]);
        Assert.Equal(
            ["Mispelt|1|1|2", "Misspelt|1|2|2147483647"],
            await warehouse.RowsAsync(
                "SELECT name, landlord_key, recorded_from_load, recorded_to_load FROM dim_landlord WHERE landlord_key <> 0 ORDER BY 3"));
    }

    [Fact]
    public async Task A_fact_points_to_the_version_of_its_day_at_every_load()
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        await warehouse.LoadAsync<LandlordRow>([Make.Landlord("A1", "Old")], extract: "2024-01-01");
        await warehouse.LoadAsync<StageRow>(
            [Make.Stage("C1", received: "2024-02-01"), Make.Stage("C2", received: "2024-08-01")], extract: "2024-09-01");
        await warehouse.LoadAsync<LandlordRow>([Make.Landlord("A1", "New", "2024-06-01")], extract: "2024-10-01");
        await warehouse.LoadAsync<StageRow>([Make.Stage("C3", received: "2024-10-01")], LoadMode.Incremental, "2024-11-01");
        Assert.Equal(["C1|Old", "C2|Old"], await warehouse.RowsAsync(FactNames, 2));
        Assert.Equal(["C1|Old", "C2|New"], await warehouse.RowsAsync(FactNames, 3));
        Assert.Equal(["C1|Old", "C2|New", "C3|New"], await warehouse.RowsAsync(FactNames, 4));
    }

    [Fact]
    public async Task A_home_keeps_its_identity_and_ends_when_a_full_register_lacks_it()
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        await warehouse.LoadAsync<LandlordRow>([Make.Landlord("A1"), Make.Landlord("B2")]);
        await warehouse.LoadAsync<PropertyRow>([Make.Property("P1"), Make.Property("P2", row: 3)], extract: "2024-04-01");
        MergeCounts counts = await warehouse.LoadAsync<PropertyRow>([Make.Property("P1", "B2")], extract: "2025-04-01");
        Assert.Equal(new MergeCounts(1, 0, 0, 1, 2, 1) { CurrentBefore = 2 }, counts);
        Assert.Equal(
            ["1|P1|A1|1900-01-01|2025-04-01", "1|P1|B2|2025-04-01|9999-12-31", "2|P2|A1|1900-01-01|2025-04-01"],
            await warehouse.RowsAsync(
                """
                SELECT property_id, property_reference, landlord_code, CAST(valid_from AS VARCHAR), CAST(valid_to AS VARCHAR)
                FROM dim_property
                WHERE recorded_to_load = 2147483647 AND property_id <> 0
                ORDER BY property_id, valid_from
                """));
        Assert.Equal(
            new MergeCounts(0, 1, 0, 0, 0, 0),
            await warehouse.LoadAsync<PropertyRow>([Make.Property("P1", "B2")], extract: "2025-04-01"));
    }

    [Fact]
    public async Task A_fact_finds_the_home_as_it_was_on_its_day()
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        await warehouse.LoadAsync<LandlordRow>([Make.Landlord("A1"), Make.Landlord("B2")]);
        await warehouse.LoadAsync<PropertyRow>(
            [Make.Property("P1", "A1", "2010-01-01", "2024-06-01"), Make.Property("P1", "B2", "2024-06-01", row: 3)]);
        await warehouse.LoadAsync<StageRow>(
        [
            Make.Stage("C1", received: "2024-05-31") with { PropertyId = 1 },
            Make.Stage("C2", received: "2024-06-01") with { PropertyId = 1 },
            Make.Stage("C3", received: "2001-06-01") with { PropertyId = 1 },
        ]);
        Assert.Equal(
            ["C1|A1", "C2|B2", "C3|A1"],
            await warehouse.RowsAsync(
                "SELECT case_reference, p.landlord_code FROM fact_stage JOIN dim_property p USING (property_key) ORDER BY ALL"));
    }

    [Fact]
    public async Task A_reference_finds_its_home_even_if_the_register_comes_later()
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        await warehouse.LoadAsync<LandlordRow>([Make.Landlord("A1")]);
        PropertyReferenceRow reference = new()
        {
            SourceRow = 2,
            Identifier = "00012/3",
            IdentifierNormalised = "123",
            IdentifierAllocator = "OTHER",
            PropertyAllocator = TestLoad.Source,
            PropertyReference = "P1",
        };
        Assert.Equal(1, (await warehouse.LoadAsync([reference])).Added);
        await warehouse.LoadAsync<PropertyRow>([Make.Property("P1")]);
        Assert.Equal(new MergeCounts(1, 0, 0, 1, 1, 0), await warehouse.LoadAsync([reference]));
        Assert.Equal(new MergeCounts(0, 1, 0, 0, 0, 0), await warehouse.LoadAsync([reference]));
        Assert.Equal(["1"], await warehouse.RowsAsync("SELECT property_id FROM property_reference WHERE recorded_to_load = 2147483647"));
    }
}
