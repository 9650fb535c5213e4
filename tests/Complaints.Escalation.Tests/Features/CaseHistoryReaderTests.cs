using Complaints.Domain.Errors;
using Complaints.Escalation.Features;
using Complaints.Etl.Loading;
using Complaints.Warehouse;

namespace Complaints.Escalation.Tests.Features;

/// <summary>A history read as the warehouse knew it: two extracts, the second of which restates the case and answers it.</summary>
public sealed class CaseHistoryReaderTests : IAsyncLifetime
{
    private const string Landlords =
        """{ "mapping": "landlords", "version": 1, "source": { "system": "L", "format": "csv" }, "target": "landlord", "mode": "full", "date_order": "ymd", "columns": { "landlord_code": "code", "name": "name", "valid_from": "from" } }""";

    private const string Complaints =
        """{ "mapping": "crm", "version": 1, "source": { "system": "CRM", "format": "csv" }, "target": "stage", "mode": "full", "date_order": "ymd", "columns": { "case_reference": "case", "stage": "stage", "received_on": "received", "acknowledged_on": "ack", "responded_on": "answer", "category": "category", "points_raised": "points", "stock_type": { "value": "LCRA" } }, "landlord": { "value": "4826" } }""";

    private const string Actions =
        """{ "mapping": "actions", "version": 1, "source": { "system": "CRM", "format": "csv" }, "target": "action", "mode": "full", "date_order": "ymd", "columns": { "case_reference": "case", "action_reference": "action", "kind": { "value": "promise" }, "made_on": "made", "due_on": "due" } }""";

    private readonly string _root = Path.Combine(Path.GetTempPath(), $"complaints-history-{Guid.NewGuid():N}");
    private IWarehouse _warehouse = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(_root, "set"));
        _warehouse = WarehouseFactory.Open(WarehouseLocation.Parse(Path.Combine(_root, "warehouse")), TimeProvider.System);
        await _warehouse.MigrateAsync(Ct);
        await LoadAsync("2024-06-10", "case,stage,received,ack,answer,category,points\nA,1,2024-06-03,2024-06-05,,Repairs,1\n", "A,P1,2024-06-05,2024-10-30\n");
        await LoadAsync(
            "2024-09-30",
            "case,stage,received,ack,answer,category,points\nA,1,2024-06-03,2024-06-05,2024-06-19,Lettings,3\nA,2,2024-07-01,,,Lettings,3\nB,1,2024-06-04,,,Repairs,1\n",
            "A,P1,2024-06-05,2024-10-30\nA,P2,2024-06-06,2024-10-30\nA,P3,,2024-10-30\n");
    }

    public async ValueTask DisposeAsync()
    {
        await _warehouse.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    [Fact]
    public async Task By_event_dates_the_newest_rows_count()
    {
        CaseHistory history = await ReadAsync(new HistoryOptions());
        CaseRecord of = history.Cases.Single(c => c.CaseReference == "A");
        Assert.Equal(2, history.Cases.Length);
        Assert.Equal("Lettings", Assert.Single(of.Versions).Category);
        Assert.Equal(new DateOnly(2024, 7, 1), of.EscalatedOn);
        Assert.Equal(new DateOnly(2024, 9, 30), history.CutOff);
    }

    [Fact]
    public async Task As_recorded_a_moment_sees_the_version_of_the_load_before_it()
    {
        CaseHistory history = await ReadAsync(new HistoryOptions { Mode = KnowledgeMode.AsRecorded });
        CaseRecord of = history.Cases.Single(c => c.CaseReference == "A");
        Assert.Equal("Repairs", of.At(new DateOnly(2024, 6, 20))!.Category);
        Assert.Null(of.At(new DateOnly(2024, 6, 20))!.RespondedOn);
        Assert.Equal("Lettings", of.At(new DateOnly(2024, 9, 30))!.Category);
        // The source had loads before: what came in later was not known before.
        Assert.Null(history.Cases.Single(c => c.CaseReference == "B").At(new DateOnly(2024, 9, 29)));
    }

    [Fact]
    public async Task A_promise_is_open_from_the_later_of_the_day_it_was_made_and_the_load_that_recorded_it()
    {
        DateOnly[] days = [new(2024, 6, 4), new(2024, 6, 5), new(2024, 6, 6), new(2024, 9, 29), new(2024, 9, 30)];
        int[] byEventDates = await OpenPromisesAsync(KnowledgeMode.ByEventDates, days);
        int[] asRecorded = await OpenPromisesAsync(KnowledgeMode.AsRecorded, days);
        Assert.Equal([0, 1, 2, 2, 2], byEventDates);
        Assert.Equal([0, 1, 1, 1, 2], asRecorded);
    }

    [Fact]
    public async Task As_known_at_a_load_later_loads_have_not_happened()
    {
        CaseHistory history = await ReadAsync(new HistoryOptions { KnownAtLoad = 1 });
        CaseRecord of = Assert.Single(history.Cases);
        Assert.Equal("Repairs", of.Latest.Category);
        Assert.Null(of.EscalatedOn);
        Assert.Equal(new DateOnly(2024, 6, 10), history.CutOff);
    }

    [Fact]
    public async Task Before_the_first_load_there_is_no_history()
    {
        UserException error = await Assert.ThrowsAsync<UserException>(() => ReadAsync(new HistoryOptions { KnownAtLoad = 0 }));
        Assert.Contains("complaints load", error.Message, StringComparison.Ordinal);
    }

    private async Task<int[]> OpenPromisesAsync(KnowledgeMode mode, DateOnly[] days)
    {
        CaseRecord of = (await ReadAsync(new HistoryOptions { Mode = mode })).Cases.Single(c => c.CaseReference == "A");
        return [.. days.Select(day => PromiseCounts.Of(of.Actions, day).Open)];
    }

    private async Task<CaseHistory> ReadAsync(HistoryOptions options)
    {
        await using ISnapshot snapshot = await _warehouse.OpenSnapshotAsync(Ct);
        return await CaseHistoryReader.ReadAsync(snapshot, options, Ct);
    }

    private async Task LoadAsync(string extractDate, string complaints, string actions)
    {
        string set = Path.Combine(_root, "set");
        await File.WriteAllTextAsync(Path.Combine(set, "landlords.csv"), "code,name,from\n4826,Landlord,2010-01-01\n", Ct);
        await File.WriteAllTextAsync(Path.Combine(set, "landlords.mapping.jsonc"), Landlords, Ct);
        await File.WriteAllTextAsync(Path.Combine(set, "crm.csv"), complaints, Ct);
        await File.WriteAllTextAsync(Path.Combine(set, "crm.mapping.jsonc"), Complaints, Ct);
        await File.WriteAllTextAsync(Path.Combine(set, "actions.csv"), "case,action,made,due\n" + actions, Ct);
        await File.WriteAllTextAsync(Path.Combine(set, "actions.mapping.jsonc"), Actions, Ct);
        await File.WriteAllTextAsync(
            Path.Combine(set, "load.jsonc"),
            $$"""{ "load_set": "test", "extract_date": "{{extractDate}}", "files": [ { "file": "landlords.csv", "mapping": "landlords.mapping.jsonc" }, { "file": "crm.csv", "mapping": "crm.mapping.jsonc" }, { "file": "actions.csv", "mapping": "actions.mapping.jsonc" } ] }""",
            Ct);
        LoadOutcome outcome = await new LoadRunner(_warehouse, TimeProvider.System, PseudonymKey.Beside(Path.Combine(_root, "warehouse")))
            .RunAsync(new LoadRequest { Path = set }, null, Ct);
        Assert.Equal(0, outcome.ExitCode);
    }
}
