using Complaints.Warehouse.Rows.Layouts;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Merging;

/// <summary>Writes columns into a row of the engine's bulk writer.</summary>
internal readonly struct AppenderSink(IDuckDBAppenderRow row) : IColumnSink
{
    public void Text(string column, string? value, bool hashed = true) => row.AppendValue(value);

    public void Date(string column, DateOnly? value, bool hashed = true) => row.AppendValue(value);

    public void Integer(string column, int? value, bool hashed = true) => row.AppendValue(value);

    public void Long(string column, long? value) => row.AppendValue(value);

    public void Flag(string column, bool? value) => row.AppendValue(value);

    public void Decimal(string column, decimal? value, int scale) => row.AppendValue(value);
}
