using Complaints.Warehouse.DuckDb.Connections;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Merging;

/// <summary>How many rows the step "find withdrawn" found.</summary>
internal static class MissingRows
{
    public static long Count(DuckDBConnection connection) => (long)connection.Scalar("SELECT COUNT(*) FROM missing")!;
}
