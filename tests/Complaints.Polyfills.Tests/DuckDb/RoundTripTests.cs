using System.Numerics;
using System.Text;
using DuckDB.NET.Data;

namespace Complaints.Polyfills.Tests.DuckDb;

/// <summary>Every scalar type goes in as a parameter and through the appender, and comes out as it was.</summary>
public class RoundTripTests
{
    private static readonly Guid SomeId = Guid.Parse("8f14e45f-ceea-467f-a83b-0b1f2a3c4d5e");

    public static TheoryData<string, object> Values => new()
    {
        { "BOOLEAN", true },
        { "BOOLEAN", false },
        { "TINYINT", sbyte.MinValue },
        { "SMALLINT", short.MaxValue },
        { "INTEGER", int.MinValue },
        { "BIGINT", long.MinValue },
        { "BIGINT", 100023336956L },
        { "UTINYINT", byte.MaxValue },
        { "USMALLINT", ushort.MaxValue },
        { "UINTEGER", uint.MaxValue },
        { "UBIGINT", ulong.MaxValue },
        { "HUGEINT", BigInteger.Parse("-170141183460469231731687303715884105728") },
        { "HUGEINT", BigInteger.Parse("170141183460469231731687303715884105727") },
        { "HUGEINT", BigInteger.MinusOne },
        { "UHUGEINT", BigInteger.Parse("340282366920938463463374607431768211455") },
        { "FLOAT", 1.5f },
        { "DOUBLE", -0.1 },
        { "DECIMAL(4,1)", 42.5m },
        { "DECIMAL(18,4)", -12345678901234.5678m },
        { "DECIMAL(38,10)", 1234567890123456789.0123456789m },
        { "VARCHAR", string.Empty },
        { "VARCHAR", "twelve bytes" },
        { "VARCHAR", "thirteen byte" },
        { "VARCHAR", "Siân Ó Briain — £42 · 住宅 · 🏠 and more than twelve bytes" },
        { "BLOB", new byte[] { 0, 1, 0, 255 } },
        { "DATE", new DateOnly(2022, 9, 19) },
        { "DATE", DateOnly.MinValue },
        { "DATE", DateOnly.MaxValue },
        { "TIME", new TimeOnly(23, 59, 59, 999, 999) },
        { "TIMESTAMP", new DateTime(2024, 2, 29, 12, 34, 56, 789).AddMicroseconds(123) },
        { "TIMESTAMP", new DateTime(1066, 10, 14, 9, 0, 0) },
        { "TIMESTAMP_S", new DateTime(2024, 2, 29, 12, 34, 56) },
        { "TIMESTAMP_MS", new DateTime(2024, 2, 29, 12, 34, 56, 789) },
        { "TIMESTAMP_NS", new DateTime(2024, 2, 29, 12, 34, 56, 789).AddTicks(1234) },
        { "INTERVAL", TimeSpan.FromDays(3) + TimeSpan.FromMicroseconds(5) },
        { "INTERVAL", -(TimeSpan.FromDays(3) + TimeSpan.FromMicroseconds(5)) },
        { "UUID", SomeId },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_bound_as_a_parameter_comes_back(string type, object value)
    {
        using var database = TestDatabase.InMemory();
        database.Execute($"create table t (v {type})");
        database.Connection.Execute("insert into t values ($v)", ("v", value));
        Assert.Equal(value, Read(database, value.GetType()));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_that_was_appended_comes_back(string type, object value)
    {
        using var database = TestDatabase.InMemory();
        database.Execute($"create table t (v {type})");
        using (var appender = database.Connection.CreateAppender("t"))
        {
            Append(appender.CreateRow(), value).EndRow();
        }

        Assert.Equal(value, Read(database, value.GetType()));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Null_stays_null(string type, object value)
    {
        using var database = TestDatabase.InMemory();
        database.Execute($"create table t (v {type})");
        database.Connection.Execute("insert into t values ($v)", ("v", null));
        using (var appender = database.Connection.CreateAppender("t"))
        {
            appender.CreateRow().AppendNullValue().EndRow();
        }

        using var command = database.Connection.Command("select v from t");
        using var reader = command.ExecuteReader();
        Assert.NotNull(value);
        Assert.True(reader.Read());
        Assert.True(reader.IsDBNull(0));
        Assert.True(reader.Read());
        Assert.Equal(DBNull.Value, reader.GetValue(0));
        Assert.False(reader.Read());
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("before", "after, and more than twelve bytes")]
    public void A_nul_inside_a_text_stays_in_it(string before, string after)
    {
        StandIn.OnlyHere();
        using var database = TestDatabase.InMemory();
        var text = before + '\0' + after;
        Assert.Equal(text, database.Scalar("select $v", ("v", text)));

        // The ADO.NET layer itself appends a string up to its first NUL, and its bytes as they are.
        database.Execute("create table t (v varchar)");
        using (var appender = database.Connection.CreateAppender("t"))
        {
            appender.CreateRow().AppendValue(text).EndRow();
            appender.CreateRow().AppendValue(Encoding.UTF8.GetBytes(text)).EndRow();
        }

        Assert.Equal($"{before},{text}", database.Scalar("select string_agg(v, ',' order by length(v)) from t"));
    }

    [Fact]
    public void Times_with_an_offset_are_read_as_they_were_written()
    {
        using var database = TestDatabase.InMemory();
        using var command = database.Connection.Command(
            "select timetz '09:30:00+01:00', timestamptz '2024-06-01 12:00:00+00', date 'infinity' = $d", ("d", "infinity"));
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        var time = reader.GetFieldValue<DateTimeOffset>(0);
        Assert.Equal((new TimeSpan(9, 30, 0), TimeSpan.FromHours(1)), (time.TimeOfDay, time.Offset));
        Assert.Equal(new DateTime(2024, 6, 1, 12, 0, 0), reader.GetFieldValue<DateTime>(1));
        Assert.True(reader.GetBoolean(2));
    }

    private static object Read(TestDatabase database, Type type)
    {
        using var command = database.Connection.Command("select v from t");
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        object value = type switch
        {
            _ when type == typeof(DateOnly) => reader.GetFieldValue<DateOnly>(0),
            _ when type == typeof(TimeOnly) => reader.GetFieldValue<TimeOnly>(0),
            _ when type == typeof(byte[]) => ReadAll(reader.GetStream(0)),
            _ => reader.GetValue(0),
        };
        Assert.False(reader.Read());
        return value;
    }

    private static byte[] ReadAll(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static IDuckDBAppenderRow Append(IDuckDBAppenderRow row, object value) => value switch
    {
        bool v => row.AppendValue(v),
        sbyte v => row.AppendValue(v),
        short v => row.AppendValue(v),
        int v => row.AppendValue(v),
        long v => row.AppendValue(v),
        byte v => row.AppendValue(v),
        ushort v => row.AppendValue(v),
        uint v => row.AppendValue(v),
        ulong v => row.AppendValue(v),
        BigInteger v => row.AppendValue((BigInteger?)v),
        float v => row.AppendValue(v),
        double v => row.AppendValue(v),
        decimal v => row.AppendValue(v),
        string v => row.AppendValue(v),
        byte[] v => row.AppendValue(v),
        DateOnly v => row.AppendValue((DateOnly?)v),
        TimeOnly v => row.AppendValue((TimeOnly?)v),
        DateTime v => row.AppendValue((DateTime?)v),
        TimeSpan v => row.AppendValue((TimeSpan?)v),
        Guid v => row.AppendValue((Guid?)v),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "The test has no appender call for it."),
    };
}
