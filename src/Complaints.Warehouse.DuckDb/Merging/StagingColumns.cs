using System.Globalization;
using Complaints.Warehouse.Rows.Layouts;

namespace Complaints.Warehouse.DuckDb.Merging;

/// <summary>Collects the columns of a layout as the definition of its staging table.</summary>
internal readonly struct StagingColumns(List<string> columns) : IColumnSink
{
    public void Text(string column, string? value, bool hashed = true) => columns.Add($"{column} VARCHAR");

    public void Date(string column, DateOnly? value, bool hashed = true) => columns.Add($"{column} DATE");

    public void Integer(string column, int? value, bool hashed = true) => columns.Add($"{column} INTEGER");

    public void Long(string column, long? value) => columns.Add($"{column} BIGINT");

    public void Flag(string column, bool? value) => columns.Add($"{column} BOOLEAN");

    public void Decimal(string column, decimal? value, int scale) =>
        columns.Add(string.Create(CultureInfo.InvariantCulture, $"{column} DECIMAL(18, {scale})"));
}
