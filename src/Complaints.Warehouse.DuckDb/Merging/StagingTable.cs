using Complaints.Warehouse.DuckDb.Connections;
using Complaints.Warehouse.Rows;
using Complaints.Warehouse.Rows.Layouts;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Merging;

/// <summary>The staging table of one row type: a temporary table that lives between two merges.</summary>
internal sealed class StagingTable<TRow>(DuckDBConnection connection, RowLayout<TRow> layout) : IDisposable
    where TRow : IWarehouseRow
{
    private readonly RowHash _hash = new();
    private DuckDBAppender? _appender;
    private bool _created;
    private long _rows;

    /// <summary>Rows appended so far; the next one gets this number as its staged_row.</summary>
    public long Rows => _rows;

    public void Append(IReadOnlyList<TRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        EnsureCreated(rows[0]);
        _appender ??= connection.CreateAppender("temp", "main", layout.StagingTable);
        foreach (TRow row in rows)
        {
            IDuckDBAppenderRow appended = _appender.CreateRow();
            appended.AppendValue((long?)_rows++).AppendValue((long?)row.SourceRow).AppendValue((ulong?)layout.Hash(row, _hash));
            var sink = new AppenderSink(appended);
            layout.Write(row, ref sink);
            appended.EndRow();
        }
    }

    /// <summary>Makes all rows visible to SQL; false when there is none.</summary>
    public bool Flush()
    {
        _appender?.Dispose();
        _appender = null;
        return _created;
    }

    /// <summary>Empties the staging area for the next merge.</summary>
    public void Drop()
    {
        if (_created)
        {
            connection.Execute($"DROP TABLE temp.main.{layout.StagingTable}");
            _created = false;
            _rows = 0;
        }
    }

    public void Dispose() => _appender?.Dispose();

    private void EnsureCreated(TRow example)
    {
        if (_created)
        {
            return;
        }

        var columns = new List<string> { "staged_row BIGINT", "source_row BIGINT", "row_hash UBIGINT" };
        var sink = new StagingColumns(columns);
        layout.Write(example, ref sink);
        connection.Execute($"CREATE TEMP TABLE {layout.StagingTable} (\n  {string.Join(",\n  ", columns)}\n)");
        _created = true;
    }
}
