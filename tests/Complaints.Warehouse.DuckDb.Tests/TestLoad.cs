using System.Globalization;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;

namespace Complaints.Warehouse.DuckDb.Tests;

/// <summary>A load of one file.</summary>
internal static class TestLoad
{
    public const string Source = "CRM";
    public const string File = "rows.csv";

    public static LoadHeader Header(string extract) =>
        new("test", DateOnly.Parse(extract, CultureInfo.InvariantCulture));

    public static async Task<MergeCounts> RunAsync<TRow>(
        IWarehouse warehouse, IReadOnlyList<TRow> rows, LoadMode mode, string extract)
        where TRow : IWarehouseRow
    {
        await using ILoadSession session = await warehouse.BeginLoadAsync(Header(extract), CancellationToken.None);
        await session.AppendAsync(rows, CancellationToken.None);
        MergeCounts counts = await session.MergeAsync<TRow>(new MergeScope(Source, mode, File), CancellationToken.None);
        await session.CommitAsync(Summary(counts, mode, "stage"), CancellationToken.None);
        return counts;
    }

    public static LoadSummary Summary(MergeCounts counts, LoadMode mode, string target, long quarantined = 0) => new(
    [
        new LoadFileSummary
        {
            FileName = File,
            Sha256 = "00",
            Bytes = 1,
            SourceSystem = Source,
            MappingId = "m",
            MappingHash = "00",
            Target = target,
            Mode = mode,
            RowsRead = counts.SourceRowsLoaded + counts.SourceRowsUnchanged + quarantined,
            RowsLoaded = counts.SourceRowsLoaded,
            RowsUnchanged = counts.SourceRowsUnchanged,
            RowsQuarantined = quarantined,
        },
    ]);
}
