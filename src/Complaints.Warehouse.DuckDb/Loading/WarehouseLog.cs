using Microsoft.Extensions.Logging;

namespace Complaints.Warehouse.DuckDb.Loading;

/// <summary>What the warehouse logs; ids 1000 to 1099.</summary>
internal static partial class WarehouseLog
{
    [LoggerMessage(1000, LogLevel.Information, "Load {LoadId} of '{LoadSet}' begun")]
    public static partial void LoadBegun(ILogger log, int loadId, string loadSet);

    [LoggerMessage(1001, LogLevel.Information, "Load {LoadId}: {RowType} merged, {Added} added, {Changed} changed, {Withdrawn} withdrawn")]
    public static partial void Merged(ILogger log, int loadId, string rowType, long added, long changed, long withdrawn);

    [LoggerMessage(1002, LogLevel.Information, "Load {LoadId} published as generation {Generation}")]
    public static partial void Published(ILogger log, int loadId, int generation);

    [LoggerMessage(1003, LogLevel.Error, "Load {LoadId} not published: {Failed} control totals do not add up")]
    public static partial void NotReconciled(ILogger log, int loadId, int failed);

    [LoggerMessage(1004, LogLevel.Information, "Warehouse migrated to generation {Generation} with {Scripts} scripts")]
    public static partial void Migrated(ILogger log, int generation, int scripts);
}
