using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Domain.Homes;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Serving;
using Complaints.Etl.Loading;
using Complaints.Warehouse;
using Complaints.Warehouse.DuckDb;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;

namespace Complaints.Escalation.Tests.Serving;

/// <summary>
/// Lists of past days over cases of two landlords. Once a list showed due days that were agreed after its day, and cases of other landlords
/// left the engine before they were left out.
/// </summary>
public sealed class RiskListReaderTests : IAsyncLifetime
{
    private const string Version = "m";

    private static readonly DateOnly s_early = new(2024, 6, 10);
    private static readonly DateOnly s_late = new(2024, 7, 1);
    private static readonly DateOnly s_standard = new(2024, 7, 1);
    private static readonly DateOnly s_extended = new(2024, 7, 8);
    private static readonly LandlordScope s_one = LandlordScope.Of(LandlordCode.Parse("4826"));

    private readonly string _root = Directory.CreateTempSubdirectory("complaints-list-").FullName;
    private IWarehouse _warehouse = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await WriteAsync("landlords.csv", "code,name\n4826,One\n00BK,Other\n");
        await WriteAsync("landlords.mapping.jsonc", """{ "mapping": "l", "source": { "system": "REG" }, "target": "landlord", "mode": "full", "columns": { "landlord_code": "code", "name": "name" } }""");
        await WriteAsync("one.csv", """
            case,received,answered,agreed,until,reason,area,logged,ack
            plain,2024-06-10,,,,,Repairs,,
            agreed,2024-06-10,,2024-06-20,2024-07-08,parts,Repairs,,
            undated,2024-06-10,2024-06-28,,2024-07-08,parts,Heating,,
            acknowledged,2024-06-10,,,,,Repairs,,2024-06-12
            logged,2024-03-11,,,,,Repairs,2024-03-14,

            """);
        await WriteAsync("one.mapping.jsonc", Mapping("ONE", "4826"));
        await WriteAsync("other.csv", "case,received,answered,agreed,until,reason,area,logged,ack\nother,2024-06-10,,,,,Repairs,,\n");
        await WriteAsync("other.mapping.jsonc", Mapping("OTHER", "00BK"));
        await WriteAsync("load.jsonc", """
            { "load_set": "test", "extract_date": "2024-07-01", "files": [
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
        await ScoreAsync(s_early, s_late);
    }

    public async ValueTask DisposeAsync()
    {
        await _warehouse.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    [Fact]
    public async Task A_past_day_has_the_due_days_that_were_known_then()
    {
        RiskList then = await ReadAsync(new RiskListQuery { AsOf = s_early });
        Assert.All(then.Entries, entry => Assert.Equal((s_standard, 15, null), (entry.DueOn, entry.WorkingDaysLeft, entry.RespondedOn)));
        RiskList now = await ReadAsync(new RiskListQuery { AsOf = s_late });
        Assert.Equal(s_standard, Of(now, "plain").DueOn);
        Assert.Equal(s_extended, Of(now, "agreed").DueOn);
        // Without a day of its own an extension is known from the answer on, by which it must have been agreed.
        Assert.Equal((s_extended, new DateOnly(2024, 6, 28)), (Of(now, "undated").DueOn, Of(now, "undated").RespondedOn));
    }

    [Theory]
    // Acknowledged on 2024-06-12: two days after the first list the clock of that day starts on the last permitted day, 2024-06-17.
    [InlineData("2024-06-10", "2024-07-01")]
    [InlineData("2024-06-11", "2024-07-01")]
    [InlineData("2024-06-12", "2024-06-26")]
    [InlineData("2024-07-01", "2024-06-26")]
    public async Task A_list_does_not_start_the_clock_by_an_acknowledgement_that_came_after_its_day(string day, string due)
    {
        var asOf = DateOnly.ParseExact(day, "yyyy-MM-dd");
        await ScoreAsync([("ONE", "acknowledged")], asOf);

        RiskListEntry entry = Of(await ReadAsync(new RiskListQuery { AsOf = asOf }), "acknowledged");

        Assert.Equal(DateOnly.ParseExact(due, "yyyy-MM-dd"), entry.DueOn);
        Assert.Equal(WorkingDaySpan.Signed(asOf, entry.DueOn!.Value), entry.WorkingDaysLeft);
    }

    [Theory]
    [InlineData("2024-03-12", "2024-03-25")]
    [InlineData("2024-03-14", "2024-03-28")]
    public async Task Under_the_code_of_2022_a_list_does_not_start_the_clock_by_a_later_day_of_logging(string day, string due)
    {
        var asOf = DateOnly.ParseExact(day, "yyyy-MM-dd");
        await ScoreAsync([("ONE", "logged")], asOf);

        Assert.Equal(DateOnly.ParseExact(due, "yyyy-MM-dd"), Of(await ReadAsync(new RiskListQuery { AsOf = asOf }), "logged").DueOn);
    }

    [Fact]
    public async Task A_reader_gets_the_cases_of_its_own_landlords_and_as_many_as_there_are_of_them()
    {
        RiskList all = await ReadAsync(new RiskListQuery { Top = 2 });
        Assert.Equal((4, 2), (all.AtRisk, all.Entries.Length));
        RiskList one = await ReadAsync(new RiskListQuery(), s_one);
        Assert.Equal(3, one.AtRisk);
        Assert.Equal(["plain", "agreed", "undated"], one.Entries.Select(entry => entry.CaseReference));
        Assert.Empty((await ReadAsync(new RiskListQuery(), LandlordScope.None)).Entries);
        await Assert.ThrowsAsync<UserException>(() => ReadAsync(new RiskListQuery { Landlord = "00BK" }, s_one));
    }

    [Fact]
    public async Task Filters_keep_what_was_so_on_the_day_of_the_list()
    {
        Assert.Equal(4, (await ReadAsync(new RiskListQuery { AsOf = s_early, State = CaseState.Open })).AtRisk);
        Assert.Equal(
            ["undated"],
            (await ReadAsync(new RiskListQuery { AsOf = s_late, State = CaseState.Answered })).Entries.Select(e => e.CaseReference));
        Assert.Equal(["undated"], (await ReadAsync(new RiskListQuery { ServiceArea = "HEATING" })).Entries.Select(e => e.CaseReference));
        Assert.Equal(
            ["other", "plain"], (await ReadAsync(new RiskListQuery { LeastProbability = 0.75 })).Entries.Select(e => e.CaseReference));
    }

    private static RiskListEntry Of(RiskList list, string reference) => list.Entries.Single(entry => entry.CaseReference == reference);

    private static string Mapping(string source, string landlord) => $$"""
        { "mapping": "m", "source": { "system": "{{source}}" }, "target": "stage", "mode": "full", "date_order": "ymd", "columns": {
          "case_reference": "case", "stage": { "value": "1" }, "received_on": "received", "responded_on": "answered", "extension_agreed_on": "agreed",
          "extension_to": "until", "extension_reason": "reason", "service_area": "area", "logged_on": "logged", "acknowledged_on": "ack", "stock_type": { "value": "LCRA" } },
          "landlord": { "value": "{{landlord}}" } }
        """;

    private async Task<RiskList> ReadAsync(RiskListQuery query, LandlordScope? scope = null)
    {
        await using ISnapshot snapshot = await _warehouse.OpenSnapshotAsync(Ct);
        return await new RiskListReader(snapshot, Version, horizonDays: 60).ReadAsync(query, scope ?? LandlordScope.All, Ct);
    }

    private Task ScoreAsync(params DateOnly[] days) =>
        ScoreAsync([("OTHER", "other"), ("ONE", "plain"), ("ONE", "agreed"), ("ONE", "undated")], days);

    private async Task ScoreAsync((string Source, string Case)[] cases, params DateOnly[] days)
    {
        await using ILoadSession session = await _warehouse.BeginLoadAsync(new LoadHeader(ScoreStore.LoadSet, s_late), Ct);
        EscalationScoreRow[] rows =
        [
            .. days.SelectMany((day, d) => cases.Select((of, c) => new EscalationScoreRow
            {
                SourceRow = (d * cases.Length) + c + 1,
                SourceSystem = of.Source,
                CaseReference = of.Case,
                AsOf = day,
                KnownTo = day,
                ModelVersion = Version,
                Probability = 0.9m - (0.1m * c),
                Reasons = "[]",
                RecordedLoad = 1,
            })),
        ];
        await session.AppendAsync(rows, Ct);
        await session.MergeAsync<EscalationScoreRow>(new MergeScope("complaints", LoadMode.Incremental, ScoreStore.LoadSet), Ct);
        await session.CommitAsync(new LoadSummary([]), Ct);
    }

    private async Task WriteAsync(string file, string text)
    {
        Directory.CreateDirectory(Path.Combine(_root, "set"));
        await File.WriteAllTextAsync(Path.Combine(_root, "set", file), text, Ct);
    }
}
