namespace Complaints.Warehouse.Rows.Layouts;

/// <summary>
/// Takes the columns of a row one by one. A layout is written once and serves the staging table's definition, the hash and every
/// engine's bulk writer.
/// </summary>
internal interface IColumnSink
{
    void Text(string column, string? value);

    void Date(string column, DateOnly? value, bool hashed = true);

    void Integer(string column, int? value);

    void Long(string column, long? value);

    void Flag(string column, bool? value);

    void Decimal(string column, decimal? value, int scale);
}
