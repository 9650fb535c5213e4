using Complaints.Etl.Loading;
using Complaints.Warehouse;
using Complaints.Warehouse.DuckDb;

namespace Complaints.Benchmarks.Ratios;

/// <summary>Loads a load set as the command line does.</summary>
internal static class Loading
{
    public static async Task<LoadOutcome> RunAsync(string warehouseFolder, string loadSet)
    {
        await using IWarehouse warehouse = WarehouseFactory.Open(WarehouseLocation.Parse(warehouseFolder), TimeProvider.System);
        await warehouse.MigrateAsync(default).ConfigureAwait(false);
        LoadPipeline runner = new(warehouse, TimeProvider.System, PseudonymKey.Beside(warehouseFolder));
        return await runner.RunAsync(new LoadRequest { Path = loadSet }, progress: null, default).ConfigureAwait(false);
    }
}
