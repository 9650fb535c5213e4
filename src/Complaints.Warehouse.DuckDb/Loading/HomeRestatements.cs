using Complaints.Warehouse.DuckDb.Merging;
using Complaints.Warehouse.DuckDb.Sql;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Loading;

/// <summary>
/// Marks the stages that lean on homes which a load restated: whose they are was told by the home as it was known, and is in doubt until
/// their own extract is loaded again.
/// </summary>
internal sealed class HomeRestatements(DuckDBConnection connection)
{
    private readonly MergeScript _script = MergeScript.Load(
        "home_restated",
        ("named_form", IdentifierSql.Form("named.identifier")),
        ("home_form", IdentifierSql.Form("home.property_reference")),
        ("unknown_form", IdentifierSql.Form("stage.unknown_identifier")));

    /// <summary>Marks them, and takes the mark off those that are no longer in doubt.</summary>
    /// <param name="registersMerged">Whether the load merged homes or their identifiers.</param>
    /// <param name="parameters">The load's.</param>
    /// <returns>How many this load marked, by their source system.</returns>
    public IReadOnlyDictionary<string, long> Mark(bool registersMerged, MergeParameters parameters)
    {
        if (registersMerged)
        {
            _script.Run(connection, "find led", parameters);
            _script.Run(connection, "find", parameters);
            _script.Run(connection, "mark", parameters);
        }
        else
        {
            _script.Run(connection, "nothing found", parameters);
        }

        // Most warehouses have none, and looking for the stages of none costs as much as for those of many.
        if (_script.Numbers(connection, "earlier marks", parameters)[0] > 0)
        {
            _script.Run(connection, "clear", parameters);
        }

        return _script.Counts(connection, "count", parameters);
    }
}
