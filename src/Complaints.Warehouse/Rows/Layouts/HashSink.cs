namespace Complaints.Warehouse.Rows.Layouts;

/// <summary>Feeds columns to a hash. Column names do not enter it, so that a column can be renamed without restating every row.</summary>
internal readonly struct HashSink(RowHash hash) : IColumnSink
{
    public void Text(string column, string? value, bool hashed = true)
    {
        if (hashed)
        {
            hash.Add(value);
        }
    }

    public void Member(string column, string? value) => hash.Add(value);

    public void Date(string column, DateOnly? value, bool hashed = true)
    {
        if (hashed)
        {
            hash.Add(value?.DayNumber);
        }
    }

    public void Integer(string column, int? value, bool hashed = true)
    {
        if (hashed)
        {
            hash.Add(value);
        }
    }

    public void Long(string column, long? value, bool hashed = true)
    {
        if (hashed)
        {
            hash.Add(value);
        }
    }

    public void Flag(string column, bool? value) => hash.Add(value is bool flag ? (flag ? 1 : 0) : null);

    public void Decimal(string column, decimal? value, int scale) =>
        hash.Add(value is decimal number ? (long)decimal.Round(number * Power(scale), MidpointRounding.ToZero) : null);

    private static decimal Power(int scale)
    {
        decimal power = 1m;
        for (int i = 0; i < scale; i++)
        {
            power *= 10m;
        }

        return power;
    }
}
