using Complaints.Cli.Views;
using Complaints.Etl.Loading;
using Complaints.Warehouse;

namespace Complaints.Cli.Composition;

/// <summary>
/// A load as every command that loads runs it: into a warehouse that is created when there is none, with its progress on standard error.
/// </summary>
internal static class WarehouseLoad
{
    /// <summary>Loads what is asked for.</summary>
    public static async Task<LoadOutcome> RunAsync(Workbench bench, WarehouseLocation location, LoadRequest request, CancellationToken stop)
    {
        await using NewWarehouse place = NewWarehouse.At(location, request.DryRun, bench.Clock);
        await using IWarehouse warehouse = bench.Warehouse(place.Location);
        await warehouse.MigrateAsync(stop).ConfigureAwait(false);
        LoadPipeline runner = new(warehouse, bench.Clock, PseudonymKey.Beside(place.Location.Folder));
        LoadOutcome outcome = await LoadProgressBar.RunAsync(
            bench.Terminal, bench.Clock, progress => runner.RunAsync(request, progress, stop)).ConfigureAwait(false);
        if (outcome.Published is not null)
        {
            place.Keep();
        }

        return outcome;
    }
}
