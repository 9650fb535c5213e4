using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;

namespace Complaints.Warehouse.DuckDb.Tests.Loading;

public sealed class ScoreMergeTests
{
    private const string All =
        "SELECT case_reference, as_of, model_version, probability, recorded_load FROM fact_escalation_score ORDER BY ALL";

    // The second list once took the place of the first, and nobody could say any more what had been shown on the day.
    [Fact]
    public async Task A_complaint_scored_again_after_a_later_load_keeps_the_score_that_was_shown()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadAsync(test, Score("C1", "v1", 0.25m, load: 1), Score("C2", "v1", 0.5m, load: 1));
        MergeCounts again = await LoadAsync(test, Score("C1", "v1", 0.75m, load: 2), Score("C1", "v2", 0.125m, load: 2));
        Assert.Equal((2, 0), (again.Added, again.Changed));
        MergeCounts repeated = await LoadAsync(test, Score("C1", "v1", 0.99m, load: 2));
        Assert.Equal((0, 0), (repeated.Added, repeated.Changed));
        Assert.Equal(
            ["C1|2025-04-14|v1|0.25|1", "C1|2025-04-14|v1|0.75|2", "C1|2025-04-14|v2|0.125|2", "C2|2025-04-14|v1|0.5|1"],
            await test.RowsAsync(All));
    }

    [Fact]
    public async Task Scores_are_published_without_a_file_and_leave_the_data_cut_off_where_it_was()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadAsync(test, Score("C1", "v1", 0.25m, load: 1));
        await using ISnapshot snapshot = await test.Warehouse.OpenSnapshotAsync(CancellationToken.None);
        Assert.Null(snapshot.Info.DataCutOff);
        Assert.Equal(["0|1"], await test.RowsAsync("SELECT rows_read, facts_added FROM load"));
    }

    // It did: a workbook of published figures loaded a year later made every open case of the extract a year older.
    [Fact]
    public async Task A_later_load_of_something_else_does_not_move_the_data_cut_off_of_the_complaints()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await TestLoad.RunAsync(test.Warehouse, [Make.Landlord("A1")], LoadMode.Incremental, "2025-01-01");
        await TestLoad.RunAsync(test.Warehouse, [Make.Stage("C1")], LoadMode.Incremental, "2025-03-31");
        await LoadAsync(test, Score("C1", "v1", 0.25m, load: 2));
        await using ISnapshot snapshot = await test.Warehouse.OpenSnapshotAsync(CancellationToken.None);
        Assert.Equal(Make.Day("2025-03-31"), snapshot.Info.DataCutOff);
    }

    private static async Task<MergeCounts> LoadAsync(TestWarehouse test, params EscalationScoreRow[] rows)
    {
        await using ILoadSession session = await test.Warehouse.BeginLoadAsync(TestLoad.Header("2025-04-14"), CancellationToken.None);
        await session.AppendAsync(rows, CancellationToken.None);
        MergeCounts counts = await session.MergeAsync<EscalationScoreRow>(
            new MergeScope(TestLoad.Source, LoadMode.Incremental, "scores"), CancellationToken.None);
        await session.CommitAsync(new LoadSummary([]), CancellationToken.None);
        return counts;
    }

    private static EscalationScoreRow Score(string reference, string version, decimal probability, int load) => new()
    {
        SourceRow = probability.GetHashCode(),
        SourceSystem = TestLoad.Source,
        CaseReference = reference,
        AsOf = Make.Day("2025-04-14"),
        KnownTo = Make.Day("2025-04-14"),
        ModelVersion = version,
        Probability = probability,
        Reasons = "[]",
        RecordedLoad = load,
    };
}
