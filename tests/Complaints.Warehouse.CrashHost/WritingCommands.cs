using System.Data.Common;
using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Domain.Homes;
using Complaints.Warehouse.DuckDb;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Queries;
using Complaints.Warehouse.Rows;

namespace Complaints.Warehouse.CrashHost;

/// <summary>Every command that writes a warehouse or its models, in an order of chance; says what it published, once it is.</summary>
internal sealed class WritingCommands(IWarehouse warehouse, string folder, int rows, int seed)
{
    private readonly Random _random = new(seed);
    private readonly ModelCommands _models = new(folder, new Random(seed));

    public async Task RunAsync()
    {
        Console.WriteLine("ready");
        while (true)
        {
            try
            {
                await OneAsync();
            }
            catch (UserException)
            {
                // Another process is writing, or has taken what it alone had made away.
                await Task.Delay(_random.Next(1, 10));
            }
        }
    }

    private Task OneAsync() => _random.Next(16) switch
    {
        0 or 1 => MigrateAsync(),
        2 => HoldBackAsync(),
        3 => DismissAsync(),
        4 => ReplayAsync(),
        5 => ScoreAsync(),
        6 => StoppedFirstLoadAsync(),
        7 => RefusedLoadAsync(),
        8 or 9 or 10 or 11 => Task.Run(_models.One),
        _ => RestateAsync(),
    };

    private async Task MigrateAsync()
    {
        await warehouse.MigrateAsync(CancellationToken.None);
        Console.WriteLine("migrated");
    }

    private async Task RestateAsync() => Published(await Restatement.LoadAsync(warehouse, rows));

    private async Task HoldBackAsync()
    {
        await using ILoadSession session = await BeginAsync("held");
        QuarantineRow row = new()
        {
            SourceRow = 1,
            Target = "contact",
            RuleId = "bad-date",
            Expected = "a date",
            Hint = "correct it",
            RowKey = Invariant($"K{session.LoadId}"),
            Raw = Invariant($$"""{"Load":"{{session.LoadId}}"}"""),
        };
        await session.AppendAsync<QuarantineRow>([row], CancellationToken.None);
        await session.MergeAsync<QuarantineRow>(
            new MergeScope(Restatement.Source, LoadMode.Incremental, "held.csv"), CancellationToken.None);
        LoadFileSummary file = Restatement.File("held.csv", "contact", LoadMode.Incremental, read: 1, MergeCounts.None, heldBack: 1);
        await CommitAsync(session, file);
    }

    private async Task DismissAsync()
    {
        await using ILoadSession session = await BeginAsync("dismissal");
        if (await FirstOpenAsync(session) is long open)
        {
            await session.DismissAsync([new DismissedEntry(open, "A Person", "not a contact")], CancellationToken.None);
        }

        await CommitAsync(session);
    }

    private async Task ReplayAsync()
    {
        await using ILoadSession session = await BeginAsync("replay");
        if (await FirstOpenAsync(session) is not long open)
        {
            return;
        }

        LandlordRow row = new() { SourceRow = 1, LandlordCode = LandlordCode.Parse("A1"), Name = "A" };
        MergeScope scope = new(Restatement.Source, LoadMode.Incremental, "replayed.csv");
        await session.AppendAsync<LandlordRow>([row], CancellationToken.None);
        MergeCounts counts = await session.MergeAsync<LandlordRow>(scope, CancellationToken.None);
        await session.SettleAsync(scope, "contact", [new ReplayedEntry(open, Loaded: true)], CancellationToken.None);
        await CommitAsync(session, Restatement.File("replayed.csv", "landlord", LoadMode.Incremental, read: 1, counts, heldBack: 0));
    }

    private async Task ScoreAsync()
    {
        await using ILoadSession session = await BeginAsync("escalation-scores");
        EscalationScoreRow score = new()
        {
            SourceRow = 1,
            SourceSystem = Restatement.Source,
            CaseReference = "C1",
            AsOf = new DateOnly(2024, 4, 1).AddDays(session.LoadId),
            KnownTo = new DateOnly(2024, 4, 1),
            ModelVersion = "m1",
            Probability = 0.5m,
            Reasons = "[]",
            RecordedLoad = session.LoadId - 1,
        };
        await session.AppendAsync<EscalationScoreRow>([score], CancellationToken.None);
        await session.MergeAsync<EscalationScoreRow>(new MergeScope("complaints", LoadMode.Incremental, "scores"), CancellationToken.None);
        await CommitAsync(session);
    }

    // Whoever began when nothing was there and was stopped: what others published since stays.
    private async Task StoppedFirstLoadAsync()
    {
        await using IWarehouse own = WarehouseFactory.Open(WarehouseLocation.Parse(folder), TimeProvider.System);
        await own.RemoveOwnAsync(CancellationToken.None);
    }

    private async Task RefusedLoadAsync()
    {
        await using ILoadSession session = await BeginAsync("refused");
        await session.AppendAsync<LandlordRow>(
            [new LandlordRow { SourceRow = 1, LandlordCode = LandlordCode.Parse("B2"), Name = "never published" }], CancellationToken.None);
        await session.MergeAsync<LandlordRow>(
            new MergeScope(Restatement.Source, LoadMode.Incremental, "landlords.csv"), CancellationToken.None);
    }

    private Task<ILoadSession> BeginAsync(string set) =>
        warehouse.BeginLoadAsync(new LoadHeader(set, new DateOnly(2025, 4, 1)), CancellationToken.None);

    private static async Task CommitAsync(ILoadSession session, params IReadOnlyList<LoadFileSummary> files)
    {
        await session.CommitAsync(new LoadSummary(files), CancellationToken.None);
        Published(session.LoadId);
    }

    private static async Task<long?> FirstOpenAsync(ILoadSession session)
    {
        var oldest = SqlQuery.Of("SELECT MIN(quarantine_id) FROM load_quarantine WHERE status = 'open' AND target = 'contact'");
        await using DbDataReader reader = await session.QueryAsync(oldest, CancellationToken.None);
        return await reader.ReadAsync() && !await reader.IsDBNullAsync(0) ? reader.GetInt64(0) : null;
    }

    private static void Published(int load) => Console.WriteLine(Invariant($"published {load}"));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
