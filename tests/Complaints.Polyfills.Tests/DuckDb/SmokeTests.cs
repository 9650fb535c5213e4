using DuckDB.NET.Data;

namespace Complaints.Polyfills.Tests.DuckDb;

public class SmokeTests
{
    [Fact]
    public void A_connection_opens_appends_and_reads_back()
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "create table t (a integer, b varchar, c date)";
        command.ExecuteNonQuery();
        using (var appender = connection.CreateAppender("t"))
        {
            for (var i = 0; i < 5000; i++)
            {
                var row = appender.CreateRow();
                row.AppendValue(i).AppendValue("text ü " + i).AppendValue(new DateOnly(2024, 4, 1).AddDays(i)).EndRow();
            }
        }

        command.CommandText = "select count(*), sum(a), max(b), max(c) from t where a >= $from";
        command.Parameters.Add(new DuckDBParameter("from", 10));
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        Assert.Equal(4990L, reader.GetInt64(0));
        Assert.Equal("text ü 999", reader.GetString(2));
        Assert.Equal(new DateOnly(2024, 4, 1).AddDays(4999), reader.GetFieldValue<DateOnly>(3));
    }
}
