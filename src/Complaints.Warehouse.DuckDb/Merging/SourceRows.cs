using Complaints.Warehouse.DuckDb.Connections;
using Complaints.Warehouse.Loading;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Merging;

/// <summary>Counts of rows read, from what a merge noted.</summary>
internal static class SourceRows
{
    private const string Text =
        """
        SELECT
          COUNT(*) FILTER (WHERE fate = 'loaded'),
          COUNT(*) FILTER (WHERE fate = 'unchanged')
        FROM session_row
        WHERE merge_number = $merge_number
        """;

    public static MergeCounts Of(DuckDBConnection connection, MergeParameters parameters)
    {
        using DuckDBCommand command = connection.Command(Text, parameters.In(Text));
        using DuckDBDataReader reader = command.ExecuteReader();
        reader.Read();
        return MergeCounts.None with { SourceRowsLoaded = reader.GetInt64(0), SourceRowsUnchanged = reader.GetInt64(1) };
    }
}
