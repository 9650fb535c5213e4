using Complaints.Warehouse.Rows.Layouts;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Merging;

/// <summary>Writes columns into a row of the engine's bulk writer, members as their numbers.</summary>
internal struct AppenderSink(IDuckDBAppenderRow row, StagingMembers members) : IColumnSink
{
    private int _member;

    public readonly void Text(string column, string? value, bool hashed = true) => row.AppendValue(value);

    public void Member(string column, string? value) => row.AppendValue((int?)members.NumberOf(_member++, value));

    public readonly void Date(string column, DateOnly? value, bool hashed = true) => row.AppendValue(value);

    public readonly void Integer(string column, int? value, bool hashed = true) => row.AppendValue(value);

    public readonly void Long(string column, long? value, bool hashed = true) => row.AppendValue(value);

    public readonly void Flag(string column, bool? value) => row.AppendValue(value);

    public readonly void Decimal(string column, decimal? value, int scale) => row.AppendValue(value);
}
