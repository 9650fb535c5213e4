using Complaints.Domain.Code;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;

namespace Complaints.Warehouse.DuckDb.Tests.Loading;

public class FactMergeTests
{
    private const string Current =
        "SELECT case_reference, stage, CAST(received_on AS VARCHAR) FROM fact_stage WHERE recorded_to_load = 2147483647 ORDER BY ALL";

    [Fact]
    public async Task New_rows_are_added()
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        MergeCounts counts = await warehouse.LoadWithLandlordsAsync([Make.Stage("C1"), Make.Stage("C1", Stage.Two), Make.Stage("C2")]);
        Assert.Equal(new MergeCounts(3, 0, 3, 0, 0, 0), counts);
        Assert.Equal(["C1|1|2024-05-01", "C1|2|2024-05-01", "C2|1|2024-05-01"], await warehouse.RowsAsync(Current));
    }

    [Fact]
    public async Task Loading_the_same_file_twice_changes_nothing()
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        StageRow[] rows = [Make.Stage("C1"), Make.Stage("C2")];
        await warehouse.LoadWithLandlordsAsync(rows);
        Assert.Equal(new MergeCounts(0, 2, 0, 0, 0, 0), await warehouse.LoadAsync(rows));
        Assert.Equal(["2"], await warehouse.RowsAsync("SELECT COUNT(*) FROM fact_stage"));
    }

    [Fact]
    public async Task A_restated_file_changes_and_withdraws_and_every_load_stays_known()
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        await warehouse.LoadWithLandlordsAsync([Make.Stage("C1"), Make.Stage("C2")]);
        MergeCounts counts = await warehouse.LoadAsync<StageRow>([Make.Stage("C1", received: "2024-06-01"), Make.Stage("C3")]);
        Assert.Equal(new MergeCounts(2, 0, 1, 1, 2, 1) { CurrentBefore = 2 }, counts);
        Assert.Equal(["C1|1|2024-06-01", "C3|1|2024-05-01"], await warehouse.RowsAsync(Current));
        Assert.Equal(["C1|2024-05-01", "C2|2024-05-01"], await AsKnownAt(warehouse, 2));
        Assert.Equal(["C1|2024-06-01", "C3|2024-05-01"], await AsKnownAt(warehouse, 3));
        Assert.Equal(
            ["C2|3|3"],
            await warehouse.RowsAsync(
                "SELECT case_reference, recorded_from_load, recorded_to_load FROM fact_stage WHERE withdrawn_by_source"));
    }

    [Fact]
    public async Task A_withdrawn_row_that_comes_back_is_added_again()
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        await warehouse.LoadWithLandlordsAsync([Make.Stage("C1"), Make.Stage("C2")]);
        await warehouse.LoadAsync<StageRow>([Make.Stage("C1")]);
        Assert.Equal(new MergeCounts(1, 1, 1, 0, 0, 0), await warehouse.LoadAsync<StageRow>([Make.Stage("C1"), Make.Stage("C2")]));
    }

    [Fact]
    public async Task An_incremental_file_withdraws_nothing()
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        await warehouse.LoadWithLandlordsAsync([Make.Stage("C1")]);
        Assert.Equal(new MergeCounts(1, 0, 1, 0, 0, 0), await warehouse.LoadAsync<StageRow>([Make.Stage("C2")], LoadMode.Incremental));
        Assert.Equal(2, (await warehouse.RowsAsync(Current)).Count);
    }

    [Fact]
    public async Task A_row_read_is_unchanged_only_if_all_its_facts_are()
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        await warehouse.LoadWithLandlordsAsync([Make.Stage("C1", row: 2), Make.Stage("C2", row: 3)]);
        MergeCounts counts = await warehouse.LoadAsync<StageRow>(
            [Make.Stage("C1", row: 2), Make.Stage("C1", Stage.Two, row: 2), Make.Stage("C2", row: 3)]);
        Assert.Equal(new MergeCounts(1, 1, 1, 0, 0, 0), counts);
    }

    [Fact]
    public async Task Codes_become_members_of_their_dimensions_once()
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        await warehouse.LoadWithLandlordsAsync(
        [
            Make.Stage("C1") with
            {
                ServiceArea = "Repairs",
                Category = "Damp",
                Subcategory = "Mould",
                Outcome = "upheld",
                ResidentPseudonym = "r1",
            },
            Make.Stage("C2") with { ServiceArea = "Repairs", Category = "Damp", ResidentPseudonym = "r1" },
            Make.Stage("C3"),
        ]);
        Assert.Equal(
            ["C1|Repairs|Damp > Mould|upheld|r1|code-2024", "C2|Repairs|Damp||r1|code-2024", "C3|||||code-2024"],
            await warehouse.RowsAsync(
                """
                SELECT f.case_reference, a.code, c.code, o.code, r.pseudonym, k.rule_id
                FROM fact_stage f
                JOIN dim_service_area a USING (service_area_key)
                JOIN dim_category c USING (category_key)
                JOIN dim_outcome o USING (outcome_key)
                JOIN dim_resident r USING (resident_key)
                JOIN dim_code_rule k USING (code_rule_key)
                ORDER BY 1
                """));
    }

    [Fact]
    public async Task A_fact_of_an_unknown_landlord_is_not_published()
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        ReconciliationException error = await Assert.ThrowsAsync<ReconciliationException>(
            () => warehouse.LoadAsync<StageRow>([Make.Stage("C1", landlord: "Z9")]));
        Assert.Contains("without a known landlord", error.Message, StringComparison.Ordinal);
        Assert.Equal(["0"], await warehouse.RowsAsync("SELECT COUNT(*) FROM fact_stage"));
    }

    [Fact]
    public async Task Two_rows_for_one_key_are_not_published()
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        ReconciliationException error = await Assert.ThrowsAsync<ReconciliationException>(
            () => warehouse.LoadWithLandlordsAsync([Make.Stage("C1"), Make.Stage("C1", received: "2024-06-01", row: 99)]));
        Assert.Contains("current versions of their keys", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_row_is_not_published()
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        await warehouse.LoadAsync<LandlordRow>([Make.Landlord("A1")]);
        await using ILoadSession session = await warehouse.Warehouse.BeginLoadAsync(TestLoad.Header("2025-01-01"), CancellationToken.None);
        await session.AppendAsync<StageRow>([Make.Stage("C1")], CancellationToken.None);
        MergeCounts counts = await session.MergeAsync<StageRow>(
            new MergeScope(TestLoad.Source, LoadMode.Full, TestLoad.File), CancellationToken.None);
        LoadSummary summary = TestLoad.Summary(counts, LoadMode.Full, "stage", quarantined: 1);
        ReconciliationException error = await Assert.ThrowsAsync<ReconciliationException>(
            () => session.CommitAsync(summary, CancellationToken.None));
        Assert.Contains("rows read = loaded + unchanged + quarantined (expected 2, found 1)", error.Message, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<string>> AsKnownAt(TestWarehouse warehouse, int load) => warehouse.RowsAsync(
        """
        SELECT case_reference, CAST(received_on AS VARCHAR)
        FROM fact_stage
        WHERE recorded_from_load <= $p0 AND recorded_to_load > $p0
        ORDER BY ALL
        """,
        load);
}
