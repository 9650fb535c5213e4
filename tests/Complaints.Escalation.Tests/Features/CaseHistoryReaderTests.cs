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

    private readonly string _root = Path.Combine(Path.GetTempPath(), $"complaints-history-{Guid.NewGuid():N}");
    private IWarehouse _warehouse = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(_root, "set"));
        _warehouse = WarehouseFactory.Open(WarehouseLocation.Parse(Path.Combine(_root, "warehouse")), TimeProvider.System);
        await _warehouse.MigrateAsync(Ct);
        await LoadAsync("2024-06-10", "case,stage,received,ack,answer,category,points\nA,1,2024-06-03,2024-06-05,,Repairs,1\n");
        await LoadAsync(
            "2024-09-30",
            "case,stage,received,ack,answer,category,points\nA,1,2024-06-03,2024-06-05,2024-06-19,Lettings,3\nA,2,2024-07-01,,,Lettings,3\nB,1,2024-06-04,,,Repairs,1\n");
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

    private async Task<CaseHistory> ReadAsync(HistoryOptions options)
    {
        await using ISnapshot snapshot = await _warehouse.OpenSnapshotAsync(Ct);
        return await CaseHistoryReader.ReadAsync(snapshot, options, Ct);
    }

    private async Task LoadAsync(string extractDate, string complaints)
    {
        string set = Path.Combine(_root, "set");
        await File.WriteAllTextAsync(Path.Combine(set, "landlords.csv"), "code,name,from\n4826,Landlord,2010-01-01\n", Ct);
        await File.WriteAllTextAsync(Path.Combine(set, "landlords.mapping.jsonc"), Landlords, Ct);
        await File.WriteAllTextAsync(Path.Combine(set, "crm.csv"), complaints, Ct);
        await File.WriteAllTextAsync(Path.Combine(set, "crm.mapping.jsonc"), Complaints, Ct);
        await File.WriteAllTextAsync(
            Path.Combine(set, "load.jsonc"),
            $$"""{ "load_set": "test", "extract_date": "{{extractDate}}", "files": [ { "file": "landlords.csv", "mapping": "landlords.mapping.jsonc" }, { "file": "crm.csv", "mapping": "crm.mapping.jsonc" } ] }""",
            Ct);
        LoadOutcome outcome = await new LoadRunner(_warehouse, TimeProvider.System, PseudonymKey.Beside(Path.Combine(_root, "warehouse")))
            .RunAsync(new LoadRequest { Path = set }, null, Ct);
        Assert.Equal(0, outcome.ExitCode);
    }
}
