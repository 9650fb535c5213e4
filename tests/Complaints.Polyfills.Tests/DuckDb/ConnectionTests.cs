using DuckDB.NET.Data;

namespace Complaints.Polyfills.Tests.DuckDb;

public class ConnectionTests
{
    [Fact]
    public void Opening_and_closing_a_file_many_times_leaves_no_lock()
    {
        var times = Environment.GetEnvironmentVariable("COMPLAINTS_LONG") == "1" ? 1000 : 200;
        using var database = TestDatabase.OnDisk();
        database.Execute("create table t (a integer)");
        database.Connection.Close();
        for (var i = 0; i < times; i++)
        {
            using var connection = database.Connect();
            if (i % (times / 10) == 0)
            {
                connection.Execute("insert into t values ($i)", ("i", i));
            }
        }

        // Where a handle were left, the engine would refuse to open the file anew under another configuration.
        using (var reader = new DuckDBConnection(database.ConnectionString + ";access_mode=READ_ONLY"))
        {
            reader.Open();
            Assert.Equal(10L, reader.Scalar("select count(*) from t"));
            Assert.Throws<DuckDBException>(() => reader.Execute("insert into t values (1)"));
        }

        File.Move(database.PathOf("test.duckdb"), database.PathOf("moved.duckdb"));
    }

    [Fact]
    public async Task Many_connections_to_one_file_query_and_write_side_by_side()
    {
        using var database = TestDatabase.OnDisk();
        database.Execute("create table t (worker integer, i integer)");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(() =>
        {
            using var connection = database.Connect();
            using (var appender = connection.CreateAppender("t"))
            {
                for (var i = 0; i < 10_000; i++)
                {
                    appender.CreateRow().AppendValue(worker).AppendValue(i).EndRow();
                }
            }

            for (var i = 0; i < 20; i++)
            {
                Assert.Equal(10_000L, connection.Scalar("select count(*) from t where worker = $w", ("w", worker)));
            }
        })));
        Assert.Equal(80_000L, database.Scalar("select count(*) from t"));
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_with_its_name()
    {
        using var database = TestDatabase.OnDisk();
        var path = database.PathOf("notes.txt");
        File.WriteAllText(path, new string('x', 10_000));
        using var connection = new DuckDBConnection($"Data Source={path}");
        var error = Assert.Throws<DuckDBException>(connection.Open);
        Assert.Contains("notes.txt", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_of_the_connection_string_reach_the_engine()
    {
        using var connection = new DuckDBConnection("Data Source=:memory:;threads=1;memory_limit=256MB");
        connection.Open();
        Assert.Equal("1", connection.Scalar("select current_setting('threads')::varchar"));
        using var wrong = new DuckDBConnection("Data Source=:memory:;no_such_option=1");
        Assert.ThrowsAny<Exception>(wrong.Open);
    }

    [Fact]
    public void A_function_of_ours_is_called_from_sql()
    {
        using var database = TestDatabase.InMemory();
        database.Connection.RegisterScalarFunction<string, string>("reversed", text => new string([.. text.Reverse()]));
        Assert.Equal("ûba", database.Scalar("select reversed('abû')"));
        database.Connection.RegisterTableFunction<int>(
            "up_to",
            arguments => new TableFunction([new ColumnInfo("n", typeof(int))], Enumerable.Range(1, arguments[0].GetValue<int>())),
            (item, writers, row) => writers[0].WriteValue((int)item!, row));
        Assert.Equal(55L, database.Scalar("select sum(n)::bigint from up_to(10)"));
    }
}
