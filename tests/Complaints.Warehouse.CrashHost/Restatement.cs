using Complaints.Domain.Code;
using Complaints.Domain.Homes;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;

namespace Complaints.Warehouse.CrashHost;

/// <summary>Load n restates every stage as received on the nth day, so that a mixture of two loads would show.</summary>
internal static class Restatement
{
    public const string Source = "CRASH";

    public static async Task<int> LoadAsync(IWarehouse warehouse, int rows)
    {
        await using ILoadSession session = await warehouse.BeginLoadAsync(
            new LoadHeader("crash", new DateOnly(2025, 4, 1)), CancellationToken.None);
        LandlordCode landlord = LandlordCode.Parse("A1");
        DateOnly received = new DateOnly(2024, 4, 1).AddDays(session.LoadId);
        StageRow[] stages =
        [
            .. Enumerable.Range(1, rows).Select(i => new StageRow
            {
                SourceRow = i,
                CaseReference = $"C{i}",
                Stage = Stage.One,
                LandlordCode = landlord,
                StockType = StockType.Lcra,
                CodeRuleId = "code-2024",
                ReceivedOn = received,
                InTimeBasis = InTimeBasis.Open,
            }),
        ];
        await session.AppendAsync<LandlordRow>(
            [new LandlordRow { SourceRow = 1, LandlordCode = landlord, Name = "A" }], CancellationToken.None);
        await session.MergeAsync<LandlordRow>(new MergeScope(Source, LoadMode.Full, "landlords.csv"), CancellationToken.None);
        await session.AppendAsync(stages, CancellationToken.None);
        MergeCounts counts = await session.MergeAsync<StageRow>(
            new MergeScope(Source, LoadMode.Full, "stages.csv"), CancellationToken.None);
        await session.CommitAsync(
            new LoadSummary([File("stages.csv", "stage", LoadMode.Full, stages.Length, counts, heldBack: 0)]), CancellationToken.None);
        return session.LoadId;
    }

    public static LoadFileSummary File(string name, string target, LoadMode mode, long read, MergeCounts counts, long heldBack) => new()
    {
        FileName = name,
        Sha256 = "",
        Bytes = 0,
        SourceSystem = Source,
        MappingId = "crash",
        MappingHash = "",
        Target = target,
        Mode = mode,
        RowsRead = read,
        RowsLoaded = counts.SourceRowsLoaded,
        RowsUnchanged = counts.SourceRowsUnchanged,
        RowsQuarantined = heldBack,
    };
}
