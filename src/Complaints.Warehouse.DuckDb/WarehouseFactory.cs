using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Complaints.Warehouse.DuckDb;

/// <summary>The way in: opens warehouses without naming an engine.</summary>
public static class WarehouseFactory
{
    /// <summary>Opens the warehouse at a location; nothing is read, created or locked before it is used.</summary>
    public static IWarehouse Open(WarehouseLocation location, TimeProvider clock, ILoggerFactory? log = null)
    {
        ArgumentNullException.ThrowIfNull(location);
        ArgumentNullException.ThrowIfNull(clock);
        return new DuckDbWarehouse(location, clock, log ?? NullLoggerFactory.Instance);
    }
}
