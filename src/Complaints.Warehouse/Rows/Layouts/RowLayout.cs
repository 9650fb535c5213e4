namespace Complaints.Warehouse.Rows.Layouts;

/// <summary>The columns of a row type in their order, all but the source row, which every row has.</summary>
/// <typeparam name="TRow">The row type.</typeparam>
internal abstract class RowLayout<TRow>
    where TRow : IWarehouseRow
{
    /// <summary>Name of the staging table.</summary>
    public abstract string StagingTable { get; }

    /// <summary>Hands every column to the sink; always the same columns in the same order.</summary>
    public abstract void Write<TSink>(TRow row, ref TSink sink)
        where TSink : struct, IColumnSink;

    /// <summary>Hash over the business columns: two rows with the same hash say the same.</summary>
    public ulong Hash(TRow row, RowHash hash)
    {
        hash.Reset();
        var sink = new HashSink(hash);
        Write(row, ref sink);
        return hash.Value();
    }
}

/// <summary>
/// Takes the columns of a row one by one. A layout is written once and serves the staging table's definition, the hash and every
/// engine's bulk writer.
/// </summary>
internal interface IColumnSink
{
    void Text(string column, string? value, bool hashed = true);

    /// <summary>A text of few distinct values over many rows, such as a code: an engine may stage its number instead.</summary>
    void Member(string column, string? value);

    void Date(string column, DateOnly? value, bool hashed = true);

    void Integer(string column, int? value, bool hashed = true);

    void Long(string column, long? value, bool hashed = true);

    void Flag(string column, bool? value);

    void Decimal(string column, decimal? value, int scale);
}
