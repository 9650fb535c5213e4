using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Domain.Homes;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Serving;
using Complaints.Etl.Loading;
using Complaints.Warehouse;
using Complaints.Warehouse.DuckDb;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;

namespace Complaints.Escalation.Tests.Serving;

/// <summary>Feedback about cases of two sources, one reference of which both use.</summary>
public sealed class FeedbackDeskTests : IAsyncLifetime
{
    private static readonly LandlordScope s_one = LandlordScope.Of(LandlordCode.Parse("4826"));
    private readonly string _root = Directory.CreateTempSubdirectory("complaints-desk-").FullName;
    private IWarehouse _warehouse = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Models => Path.Combine(_root, "models");

    public async ValueTask InitializeAsync()
    {
        await WriteAsync("landlords.csv", "code,name\n4826,One\n00BK,Other\n");
        await WriteAsync("landlords.mapping.jsonc", """{ "mapping": "l", "source": { "system": "REG" }, "target": "landlord", "mode": "full", "columns": { "landlord_code": "code", "name": "name" } }""");
        await WriteAsync("one.csv", "case,received\nA,2024-06-03\nB,2024-06-03\nC,2022-06-03\n");
        await WriteAsync("one.mapping.jsonc", Mapping("ONE", "4826"));
        await WriteAsync("other.csv", "case,received\nA,2024-06-04\n");
        await WriteAsync("other.mapping.jsonc", Mapping("OTHER", "00BK"));
        await WriteAsync("load.jsonc", """
            { "load_set": "test", "extract_date": "2024-06-10", "files": [
              { "file": "landlords.csv", "mapping": "landlords.mapping.jsonc" },
              { "file": "one.csv", "mapping": "one.mapping.jsonc" },
              { "file": "other.csv", "mapping": "other.mapping.jsonc" } ] }
            """);
        string folder = Path.Combine(_root, "warehouse");
        _warehouse = WarehouseFactory.Open(WarehouseLocation.Parse(folder), TimeProvider.System);
        await _warehouse.MigrateAsync(Ct);
        LoadOutcome outcome = await new LoadPipeline(_warehouse, TimeProvider.System, PseudonymKey.Beside(folder))
            .RunAsync(new LoadRequest { Path = Path.Combine(_root, "set") }, null, Ct);
        Assert.Equal(0, outcome.RowsQuarantined);
        await ListedAsync(("ONE", "A"), ("ONE", "B"), ("OTHER", "A"));
    }

    public async ValueTask DisposeAsync()
    {
        await _warehouse.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    [Fact]
    public async Task A_reference_that_two_sources_use_needs_its_source_and_one_that_tells_does_not()
    {
        UserException both = await Assert.ThrowsAsync<UserException>(() => RecordAsync("A", null));
        Assert.Contains("ONE, OTHER", both.What, StringComparison.Ordinal);
        Assert.Equal("OTHER", (await RecordAsync("A", "OTHER")).SourceSystem);
        Assert.Equal("ONE", (await RecordAsync("B", null)).SourceSystem);
        await Assert.ThrowsAsync<UserException>(() => RecordAsync("B", "OTHER"));
        await Assert.ThrowsAsync<UserException>(() => RecordAsync("", null));
        Assert.Equal(["B", "A"], (await ListAsync(LandlordScope.All)).Records.Select(f => f.CaseReference));
    }

    [Fact]
    public async Task Whoever_may_see_one_landlord_neither_meets_nor_sees_the_others_cases()
    {
        Assert.Equal("ONE", (await RecordAsync("A", null, s_one)).SourceSystem);
        await RecordAsync("A", "OTHER");
        UserException hidden = await Assert.ThrowsAsync<UserException>(() => RecordAsync("A", "OTHER", s_one));
        UserException unknown = await Assert.ThrowsAsync<UserException>(() => RecordAsync("Z", "OTHER", s_one));
        Assert.Equal(unknown.What.Replace("'Z'", "'A'", StringComparison.Ordinal), hidden.What);
        Assert.Equal(["ONE"], (await ListAsync(s_one)).Records.Select(f => f.SourceSystem));
    }

    [Fact]
    public async Task A_record_of_a_case_that_is_gone_is_seen_by_those_who_may_see_every_landlord()
    {
        Feedback gone = await RecordAsync("B", null) with { CaseReference = "gone" };
        await new FeedbackLog(Models).AddAsync(gone);
        Assert.Equal(["gone", "B"], (await ListAsync(LandlordScope.All)).Records.Select(f => f.CaseReference));
        Assert.Equal(["B"], (await ListAsync(s_one)).Records.Select(f => f.CaseReference));
    }

    [Fact]
    public async Task Feedback_is_about_a_list_that_the_case_is_on_and_contradicts_nothing()
    {
        NewFeedback good = new()
        {
            CaseReference = "B",
            AsOf = new DateOnly(2024, 6, 10),
            Action = FeedbackAction.None,
            Outcome = FeedbackOutcome.StillOpen,
        };
        await KeepAsync(good);
        UserException day = await Assert.ThrowsAsync<UserException>(() => KeepAsync(good with { AsOf = new DateOnly(2031, 1, 1) }));
        Assert.Contains("2024-06-10", day.Expected, StringComparison.Ordinal);
        UserException sense = await Assert.ThrowsAsync<UserException>(() => KeepAsync(good with { Outcome = FeedbackOutcome.Resolved }));
        Assert.Contains("Nothing was done", sense.What, StringComparison.Ordinal);
        UserException unlisted = await Assert.ThrowsAsync<UserException>(() => KeepAsync(good with { CaseReference = "C", AsOf = null }));
        Assert.Contains("on no risk list", unlisted.What, StringComparison.Ordinal);
        Assert.Single((await ListAsync(LandlordScope.All)).Records);
    }

    private static string Mapping(string source, string landlord) =>
        $$"""{ "mapping": "m", "source": { "system": "{{source}}" }, "target": "stage", "mode": "full", "date_order": "ymd", "columns": { "case_reference": "case", "stage": { "value": "1" }, "received_on": "received", "stock_type": { "value": "LCRA" } }, "landlord": { "value": "{{landlord}}" } }""";

    private FeedbackDesk Desk() => new(_warehouse, new ModelRegistry(Models, TimeProvider.System), TimeProvider.System);

    private Task<Feedback> KeepAsync(NewFeedback given) =>
        Desk().RecordAsync(given, new Principal("officer", LandlordScope.All, Role.Analyst), Ct);

    private async Task ListedAsync(params (string Source, string Case)[] cases)
    {
        await using ILoadSession session = await _warehouse.BeginLoadAsync(
            new LoadHeader(ScoreStore.LoadSet, new DateOnly(2024, 6, 10)), Ct);
        EscalationScoreRow[] rows =
        [
            .. cases.Select((of, at) => new EscalationScoreRow
            {
                SourceRow = at + 1,
                SourceSystem = of.Source,
                CaseReference = of.Case,
                AsOf = new DateOnly(2024, 6, 10),
                KnownTo = new DateOnly(2024, 6, 10),
                ModelVersion = "m",
                Probability = 0.3m,
                Reasons = "[]",
                RecordedLoad = 1,
            }),
        ];
        await session.AppendAsync(rows, Ct);
        await session.MergeAsync<EscalationScoreRow>(new MergeScope("complaints", LoadMode.Incremental, ScoreStore.LoadSet), Ct);
        await session.CommitAsync(new LoadSummary([]), Ct);
    }

    private Task<Feedback> RecordAsync(string reference, string? source, LandlordScope? scope = null) => Desk().RecordAsync(
        new NewFeedback { CaseReference = reference, SourceSystem = source, Action = FeedbackAction.Called },
        new Principal("officer", scope ?? LandlordScope.All, Role.Analyst),
        Ct);

    private Task<FeedbackList> ListAsync(LandlordScope scope) => Desk().ListAsync(new FeedbackQuery(), scope, Ct);

    private async Task WriteAsync(string file, string text)
    {
        Directory.CreateDirectory(Path.Combine(_root, "set"));
        await File.WriteAllTextAsync(Path.Combine(_root, "set", file), text, Ct);
    }
}
