using System.Globalization;
using Complaints.Domain.Code;
using Complaints.Domain.Homes;
using Complaints.Warehouse;
using Complaints.Warehouse.DuckDb;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;

// Runs loads until it is killed: load n restates every stage as received on the nth day, so that a mixture of two loads would show.
string folder = args[0];
int rows = int.Parse(args[1], CultureInfo.InvariantCulture);
await using IWarehouse warehouse = WarehouseFactory.Open(WarehouseLocation.Parse(folder), TimeProvider.System);
await warehouse.MigrateAsync(CancellationToken.None);
Console.WriteLine("ready");
while (true)
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
    await session.MergeAsync<LandlordRow>(new MergeScope("CRASH", LoadMode.Full, "landlords.csv"), CancellationToken.None);
    await session.AppendAsync(stages, CancellationToken.None);
    MergeCounts counts = await session.MergeAsync<StageRow>(new MergeScope("CRASH", LoadMode.Full, "stages.csv"), CancellationToken.None);
    await session.CommitAsync(
        new LoadSummary(
        [
            new LoadFileSummary
            {
                FileName = "stages.csv",
                Sha256 = "",
                Bytes = 0,
                SourceSystem = "CRASH",
                MappingId = "crash",
                MappingHash = "",
                Target = "stage",
                Mode = LoadMode.Full,
                RowsRead = stages.Length,
                RowsLoaded = counts.SourceRowsLoaded,
                RowsUnchanged = counts.SourceRowsUnchanged,
                RowsQuarantined = 0,
            },
        ]),
        CancellationToken.None);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"published {session.LoadId}"));
}
