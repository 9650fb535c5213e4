using Complaints.Domain.Homes;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;

namespace Complaints.Warehouse.Tests.DuckDb.Loading;

public class QuarantineMergeTests
{
    private const string Entries = "SELECT raw, load_id, status, resolved_by_load FROM load_quarantine ORDER BY quarantine_id";

    [Fact]
    public async Task A_row_held_back_is_kept_with_its_candidates()
    {
        await using TestWarehouse warehouse = await CreateAsync();
        QuarantineRow row = Make.Held(2, "a") with
        {
            Candidates = [new WorklistCandidate(LandlordCode.Parse("A1"), 7, "P7", 0.75m, "same street")],
        };
        await LoadAsync(warehouse, [], [row]);
        Assert.Equal(["a|2|open|∅"], await warehouse.RowsAsync(Entries));
        Assert.Equal(["1|A1|7|P7|0.7500|same street"], await warehouse.RowsAsync("SELECT * FROM worklist_candidate"));
    }

    [Fact]
    public async Task The_same_row_held_back_again_is_not_doubled_and_copies_are_told_apart()
    {
        await using TestWarehouse warehouse = await CreateAsync();
        await LoadAsync(warehouse, [], [Make.Held(2, "a"), Make.Held(3, "a"), Make.Held(4, "b")]);
        await LoadAsync(warehouse, [], [Make.Held(5, "a"), Make.Held(6, "a"), Make.Held(7, "b")]);
        Assert.Equal(["a|2|open|∅", "a|2|open|∅", "b|2|open|∅"], await warehouse.RowsAsync(Entries));
    }

    [Fact]
    public async Task A_full_file_supersedes_what_it_no_longer_holds()
    {
        await using TestWarehouse warehouse = await CreateAsync();
        await LoadAsync(warehouse, [], [Make.Held(2, "a"), Make.Held(3, "b")]);
        await LoadAsync(warehouse, [Make.Stage("C1")], [Make.Held(9, "b")]);
        Assert.Equal(["a|2|superseded|3", "b|2|open|∅"], await warehouse.RowsAsync(Entries));
    }

    [Fact]
    public async Task An_accepted_row_settles_its_own_entry_only()
    {
        await using TestWarehouse warehouse = await CreateAsync();
        await LoadAsync(warehouse, [], [Make.Held(2, "a", key: "C1"), Make.Held(3, "b", key: "C2"), Make.Held(4, "c", key: "C1/2")]);
        await LoadAsync(warehouse, [Make.Stage("C1")], [], LoadMode.Incremental);
        Assert.Equal(["a|2|superseded|3", "b|2|open|∅", "c|2|open|∅"], await warehouse.RowsAsync(Entries));
    }

    private static async Task<TestWarehouse> CreateAsync()
    {
        TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        await warehouse.LoadAsync<LandlordRow>([Make.Landlord("A1")], LoadMode.Incremental);
        return warehouse;
    }

    private static async Task LoadAsync(
        TestWarehouse warehouse, StageRow[] stages, QuarantineRow[] held, LoadMode mode = LoadMode.Full)
    {
        var scope = new MergeScope(TestLoad.Source, mode, TestLoad.File);
        await using ILoadSession session = await warehouse.Warehouse.BeginLoadAsync(TestLoad.Header("2025-04-14"), CancellationToken.None);
        await session.AppendAsync<StageRow>(stages, CancellationToken.None);
        await session.AppendAsync<QuarantineRow>(held, CancellationToken.None);
        MergeCounts counts = await session.MergeAsync<StageRow>(scope, CancellationToken.None);
        await session.MergeAsync<QuarantineRow>(scope, CancellationToken.None);
        await session.CommitAsync(TestLoad.Summary(counts, mode, "stage", held.Length), CancellationToken.None);
    }
}
