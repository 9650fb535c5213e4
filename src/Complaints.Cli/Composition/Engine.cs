using Complaints.Warehouse;
using Complaints.Warehouse.DuckDb;

namespace Complaints.Cli.Composition;

/// <summary>Opens warehouses: the one place of the command line that names an engine.</summary>
internal static class Engine
{
    /// <summary>Opens the warehouse at a location; nothing is read, created or locked before it is used.</summary>
    public static IWarehouse Open(WarehouseLocation location, TimeProvider clock) => WarehouseFactory.Open(location, clock);
}
