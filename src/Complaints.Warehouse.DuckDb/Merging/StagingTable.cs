using Complaints.Warehouse.DuckDb.Connections;
using Complaints.Warehouse.Rows;
using Complaints.Warehouse.Rows.Layouts;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Merging;

/// <summary>
/// The staging area of one row type, which lives between two merges: a table of rows in which members are numbers, a table of the members'
/// texts, and the view over both that merges read.
/// </summary>
internal sealed class StagingTable<TRow>(DuckDBConnection connection, RowLayout<TRow> layout) : IDisposable
    where TRow : IWarehouseRow
{
    private readonly RowHash _hash = new();
    private DuckDBAppender? _appender;
    private StagingColumns? _columns;
    private StagingMembers _members = new([]);
    private long _rows;

    /// <summary>Rows appended so far; the next one gets this number as its staged_row.</summary>
    public long Rows => _rows;

    private string RowTable => layout.StagingTable + "_row";

    private string MemberTable => layout.StagingTable + "_member";

    public void Append(IReadOnlyList<TRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        EnsureCreated(rows[0]);
        _appender ??= connection.CreateAppender("temp", "main", RowTable);
        foreach (TRow row in rows)
        {
            IDuckDBAppenderRow appended = _appender.CreateRow();
            appended.AppendValue((long?)_rows++).AppendValue((long?)row.SourceRow).AppendValue((ulong?)layout.Hash(row, _hash));
            var sink = new AppenderSink(appended, _members);
            layout.Write(row, ref sink);
            appended.EndRow();
        }
    }

    /// <summary>Makes all rows visible to SQL; false when there is none.</summary>
    public bool Flush()
    {
        _appender?.Dispose();
        _appender = null;
        if (_columns is null)
        {
            return false;
        }

        using (DuckDBAppender texts = connection.CreateAppender("temp", "main", MemberTable))
        {
            foreach ((string column, int number, string text) in _members.All)
            {
                texts.CreateRow().AppendValue(column).AppendValue((int?)number).AppendValue(text).EndRow();
            }
        }

        return true;
    }

    /// <summary>Empties the staging area for the next merge.</summary>
    public void Drop()
    {
        if (_columns is null)
        {
            return;
        }

        connection.Execute($"DROP VIEW temp.main.{layout.StagingTable}");
        connection.Execute($"DROP TABLE temp.main.{MemberTable}");
        connection.Execute($"DROP TABLE temp.main.{RowTable}");
        _columns = null;
        _rows = 0;
    }

    public void Dispose() => _appender?.Dispose();

    private void EnsureCreated(TRow example)
    {
        if (_columns is not null)
        {
            return;
        }

        _columns = StagingColumns.Of(layout, example);
        _members = new StagingMembers(_columns.Where(column => column.IsMember).Select(column => column.Name));
        connection.Execute(
            $"CREATE TEMP TABLE {RowTable} (\n  {string.Join(",\n  ", _columns.Select(column => $"{column.Name} {column.Type}"))}\n)");
        connection.Execute($"CREATE TEMP TABLE {MemberTable} (column_name VARCHAR, number INTEGER, text VARCHAR)");
        connection.Execute(View(_columns));
    }

    // A number is the place of its text in the column's list; at the place 0 there is none.
    private string View(StagingColumns columns)
    {
        string[] members = [.. columns.Where(column => column.IsMember).Select(column => column.Name)];
        IEnumerable<string> read = columns
            .Select(column => column.IsMember ? $"member.{column.Name}[staged.{column.Name}] AS {column.Name}" : $"staged.{column.Name}");
        string rows = $"CREATE TEMP VIEW {layout.StagingTable} AS\nSELECT\n  {string.Join(",\n  ", read)}\nFROM {RowTable} AS staged";
        if (members.Length == 0)
        {
            return rows;
        }

        IEnumerable<string> lists = members.Select(name => $"LIST(text ORDER BY number) FILTER (WHERE column_name = '{name}') AS {name}");
        return $"{rows}\nCROSS JOIN (\n  SELECT\n    {string.Join(",\n    ", lists)}\n  FROM {MemberTable}\n) AS member";
    }
}
