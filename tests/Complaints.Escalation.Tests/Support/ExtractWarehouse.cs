using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;
using Complaints.Etl.Loading;
using Complaints.Warehouse;
using Complaints.Warehouse.DuckDb;

namespace Complaints.Escalation.Tests.Support;

/// <summary>A warehouse into which small extracts of several source systems are loaded one after the other, as a user would.</summary>
internal sealed class ExtractWarehouse : IAsyncDisposable
{
    /// <summary>Columns of the complaints: case, stage, received, ack, answer, category, points.</summary>
    public const string Header = "case,stage,received,ack,answer,category,points";

    private const string LandlordMapping =
        """{ "mapping": "landlords", "version": 1, "source": { "system": "L", "format": "csv" }, "target": "landlord", "mode": "full", "date_order": "ymd", "columns": { "landlord_code": "code", "name": "name", "valid_from": "from" } }""";

    private readonly string _root = Path.Combine(Path.GetTempPath(), $"complaints-extracts-{Guid.NewGuid():N}");

    private ExtractWarehouse()
    {
        Directory.CreateDirectory(Path.Combine(_root, "set"));
        Warehouse = WarehouseFactory.Open(WarehouseLocation.Parse(Path.Combine(_root, "warehouse")), TimeProvider.System);
    }

    public IWarehouse Warehouse { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A migrated warehouse that knows one landlord.</summary>
    public static async Task<ExtractWarehouse> CreateAsync(string landlordsOn)
    {
        ExtractWarehouse made = new();
        await made.Warehouse.MigrateAsync(Ct);
        await made.LoadLandlordsAsync(landlordsOn);
        return made;
    }

    public Task<LoadOutcome> LoadLandlordsAsync(string extractDate) =>
        LoadAsync(extractDate, "landlords", LandlordMapping, "code,name,from\n4826,Landlord,2010-01-01\n");

    /// <summary>Loads complaints of a source; lines are cells in the order of <see cref="Header"/>.</summary>
    public Task<LoadOutcome> LoadAsync(string source, string extractDate, params string[] lines) =>
        LoadAsync(extractDate, "crm", Complaints(source, "full"), $"{Header}\n{string.Join('\n', lines)}\n");

    /// <summary>Adds complaints of a source to those that stand; lines as for <see cref="LoadAsync(string, string, string[])"/>.</summary>
    public Task<LoadOutcome> AddAsync(string source, string extractDate, params string[] lines) =>
        LoadAsync(extractDate, "crm", Complaints(source, "incremental"), $"{Header}\n{string.Join('\n', lines)}\n");

    /// <summary>Loads contacts of a source: case, stage, kind, on, next.</summary>
    public Task<LoadOutcome> LoadContactsAsync(string source, string extractDate, params string[] lines) => LoadAsync(
        extractDate,
        "contacts",
        $$"""{ "mapping": "contacts", "version": 1, "source": { "system": "{{source}}", "format": "csv" }, "target": "communication", "mode": "full", "date_order": "ymd", "columns": { "case_reference": "case", "stage": "stage", "kind": "kind", "occurred_on": "on", "next_agreed_on": "next" } }""",
        $"case,stage,kind,on,next\n{string.Join('\n', lines)}\n");

    /// <summary>Loads promises of a source: case, action, made, due.</summary>
    public Task<LoadOutcome> LoadPromisesAsync(string source, string extractDate, params string[] lines) => LoadAsync(
        extractDate,
        "promises",
        $$"""{ "mapping": "promises", "version": 1, "source": { "system": "{{source}}", "format": "csv" }, "target": "action", "mode": "full", "date_order": "ymd", "columns": { "case_reference": "case", "action_reference": "action", "kind": { "value": "promise" }, "made_on": "made", "due_on": "due" } }""",
        $"case,action,made,due\n{string.Join('\n', lines)}\n");

    public async Task<CaseHistory> ReadAsync(HistoryOptions? options = null)
    {
        await using ISnapshot snapshot = await Warehouse.OpenSnapshotAsync(Ct);
        return await CaseHistoryReader.ReadAsync(snapshot, options, Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await Warehouse.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    private static string Complaints(string source, string mode) =>
        $$"""{ "mapping": "crm", "version": 1, "source": { "system": "{{source}}", "format": "csv" }, "target": "stage", "mode": "{{mode}}", "date_order": "ymd", "columns": { "case_reference": "case", "stage": "stage", "received_on": "received", "acknowledged_on": "ack", "responded_on": "answer", "category": "category", "points_raised": "points", "stock_type": { "value": "LCRA" } }, "landlord": { "value": "4826" } }""";

    private async Task<LoadOutcome> LoadAsync(string extractDate, string name, string mapping, string rows)
    {
        string set = Path.Combine(_root, "set");
        await File.WriteAllTextAsync(Path.Combine(set, $"{name}.csv"), rows, Ct);
        await File.WriteAllTextAsync(Path.Combine(set, $"{name}.mapping.jsonc"), mapping, Ct);
        await File.WriteAllTextAsync(
            Path.Combine(set, "load.jsonc"),
            $$"""{ "load_set": "{{name}}", "extract_date": "{{extractDate}}", "files": [ { "file": "{{name}}.csv", "mapping": "{{name}}.mapping.jsonc" } ] }""",
            Ct);
        return await new LoadPipeline(Warehouse, TimeProvider.System, PseudonymKey.Beside(Path.Combine(_root, "warehouse")))
            .RunAsync(new LoadRequest { Path = set, Allow = LoadAllowance.OlderExtract }, null, Ct);
    }
}
