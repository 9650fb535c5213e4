using System.Globalization;
using Complaints.Warehouse.Rows;
using Complaints.Warehouse.Rows.Layouts;

namespace Complaints.Warehouse.DuckDb.Merging;

/// <summary>The columns of a layout as the staging table has them: a member is the number of its text.</summary>
internal sealed class StagingColumns : List<(string Name, string Type, bool IsMember)>
{
    private StagingColumns()
    {
    }

    internal static StagingColumns Of<TRow>(RowLayout<TRow> layout, TRow example)
        where TRow : IWarehouseRow
    {
        var columns = new StagingColumns
        {
            ("staged_row", "BIGINT", false),
            ("source_row", "BIGINT", false),
            ("row_hash", "UBIGINT", false),
        };
        var sink = new Sink(columns);
        layout.Write(example, ref sink);
        return columns;
    }

    private readonly struct Sink(StagingColumns columns) : IColumnSink
    {
        public void Text(string column, string? value, bool hashed = true) => Add(column, "VARCHAR");

        public void Member(string column, string? value) => columns.Add((column, "INTEGER", true));

        public void Date(string column, DateOnly? value, bool hashed = true) => Add(column, "DATE");

        public void Integer(string column, int? value, bool hashed = true) => Add(column, "INTEGER");

        public void Long(string column, long? value, bool hashed = true) => Add(column, "BIGINT");

        public void Flag(string column, bool? value) => Add(column, "BOOLEAN");

        public void Decimal(string column, decimal? value, int scale) =>
            Add(column, string.Create(CultureInfo.InvariantCulture, $"DECIMAL(18, {scale})"));

        private void Add(string column, string type) => columns.Add((column, type, false));
    }
}
