using Complaints.Domain.Homes;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;

namespace Complaints.Warehouse.DuckDb.Tests.Loading;

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
    public async Task An_accepted_row_replays_its_own_entry_only()
    {
        await using TestWarehouse warehouse = await CreateAsync();
        await LoadAsync(warehouse, [], [Make.Held(2, "a", key: "C1/1"), Make.Held(3, "b", key: "C2/1"), Make.Held(4, "c", key: "C1/2")]);
        await LoadAsync(warehouse, [Make.Stage("C1")], [], LoadMode.Incremental);
        Assert.Equal(["a|2|replayed|3", "b|2|open|∅", "c|2|open|∅"], await warehouse.RowsAsync(Entries));
    }

    [Fact]
    public async Task A_row_that_loads_in_a_full_file_is_replayed_and_one_that_is_gone_is_superseded()
    {
        await using TestWarehouse warehouse = await CreateAsync();
        await LoadAsync(warehouse, [], [Make.Held(2, "a", key: "C1/1"), Make.Held(3, "b", key: "C2/1")]);
        await LoadAsync(warehouse, [Make.Stage("C1")], []);
        Assert.Equal(["a|2|replayed|3", "b|2|superseded|3"], await warehouse.RowsAsync(Entries));
    }

    [Fact]
    public async Task A_row_put_back_as_it_was_loaded_before_replays_its_entry()
    {
        await using TestWarehouse warehouse = await CreateAsync();
        await LoadAsync(warehouse, [Make.Stage("C1")], [], LoadMode.Incremental);
        await LoadAsync(warehouse, [], [Make.Held(2, "a", key: "C1/1")], LoadMode.Incremental);
        await LoadAsync(warehouse, [Make.Stage("C1")], [], LoadMode.Incremental);
        Assert.Equal(["a|3|replayed|4"], await warehouse.RowsAsync(Entries));
    }

    [Fact]
    public async Task A_copy_held_back_again_beside_the_row_that_loads_stays_open()
    {
        await using TestWarehouse warehouse = await CreateAsync();
        await LoadAsync(warehouse, [Make.Stage("C1")], [Make.Held(9, "copy", key: "C1/1")]);
        await LoadAsync(warehouse, [Make.Stage("C1")], [Make.Held(9, "copy", key: "C1/1")]);
        Assert.Equal(["copy|2|open|∅"], await warehouse.RowsAsync(Entries));
    }

    [Fact]
    public async Task A_row_held_back_with_other_content_supersedes_what_was_held_back_of_it()
    {
        await using TestWarehouse warehouse = await CreateAsync();
        await LoadAsync(
            warehouse,
            [],
            [Make.Held(2, "a", key: "C1/1"), Make.Held(3, "b", key: "C2/1"), Make.Held(4, "c", key: "C3/?")],
            LoadMode.Incremental);
        await LoadAsync(warehouse, [], [Make.Held(2, "a2", key: "C1/1"), Make.Held(4, "c2", key: "C3/?")], LoadMode.Incremental);
        Assert.Equal(
            ["a|2|superseded|3", "b|2|open|∅", "c|2|open|∅", "a2|3|open|∅", "c2|3|open|∅"],
            await warehouse.RowsAsync(Entries));
    }

    [Fact]
    public async Task A_row_whose_stage_could_not_be_read_is_replayed_by_a_new_stage_of_its_case_and_not_by_one_known_already()
    {
        await using TestWarehouse warehouse = await CreateAsync();
        await LoadAsync(warehouse, [Make.Stage("C1")], [Make.Held(9, "a", key: "C1/?")], LoadMode.Incremental);
        await LoadAsync(warehouse, [Make.Stage("C1")], [], LoadMode.Incremental);
        Assert.Equal(["a|2|open|∅"], await warehouse.RowsAsync(Entries));
        await LoadAsync(warehouse, [Make.Stage("C1", Domain.Code.Stage.Two)], [], LoadMode.Incremental);
        Assert.Equal(["a|2|replayed|4"], await warehouse.RowsAsync(Entries));
    }

    // A row whose stage could not be read was settled when its neighbour, stage 1 of the same case, was restated.
    [Fact]
    public async Task A_row_whose_stage_could_not_be_read_is_not_replayed_by_a_neighbour_that_is_restated_nor_by_one_of_another_day()
    {
        await using TestWarehouse warehouse = await CreateAsync();
        StageRow one = Make.Stage("C1");
        await LoadAsync(
            warehouse, [one], [Make.Held(9, "a", key: "C1/?") with { EventDate = one.ReceivedOn.AddDays(30) }], LoadMode.Incremental);
        await LoadAsync(warehouse, [one with { Outcome = "not_upheld" }], [], LoadMode.Incremental);
        await LoadAsync(
            warehouse,
            [Make.Stage("C1", Domain.Code.Stage.Two) with { ReceivedOn = one.ReceivedOn.AddDays(10) }],
            [],
            LoadMode.Incremental);
        Assert.Equal(["a|2|open|∅"], await warehouse.RowsAsync(Entries));
    }

    [Fact]
    public async Task A_row_whose_stage_could_not_be_read_is_replayed_by_itself_once_its_stage_can_be_read()
    {
        await using TestWarehouse warehouse = await CreateAsync();
        StageRow one = Make.Stage("C1");
        DateOnly day = one.ReceivedOn.AddDays(30);
        await LoadAsync(warehouse, [one], [Make.Held(9, "a", key: "C1/?") with { EventDate = day }], LoadMode.Incremental);
        await LoadAsync(warehouse, [Make.Stage("C1", Domain.Code.Stage.Two) with { ReceivedOn = day }], [], LoadMode.Incremental);
        Assert.Equal(["a|2|replayed|3"], await warehouse.RowsAsync(Entries));
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
        await session.MergeAsync<QuarantineRow>(scope, CancellationToken.None);
        MergeCounts counts = await session.MergeAsync<StageRow>(scope, CancellationToken.None);
        await session.CommitAsync(TestLoad.Summary(counts, mode, "stage", held.Length), CancellationToken.None);
    }
}
