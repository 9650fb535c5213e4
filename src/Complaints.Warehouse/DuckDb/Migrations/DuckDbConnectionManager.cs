using DbUp.Engine.Transactions;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Migrations;

/// <summary>Connections for DbUp. A script is one command: the engine's own parser splits it.</summary>
internal sealed class DuckDbConnectionManager(string connectionString)
    : DatabaseConnectionManager(_ => new DuckDBConnection(connectionString))
{
    public override IEnumerable<string> SplitScriptIntoCommands(string scriptContents) => [scriptContents];
}
