using System.Data;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Complaints.Polyfills.Tests.DuckDb;

public class CommandTests
{
    [Fact]
    public void Parameters_are_found_by_name_and_by_position()
    {
        using var database = TestDatabase.InMemory();
        Assert.Equal(9, database.Scalar("select $b::integer - $a::integer", ("a", 1), ("b", 10)));
        using var command = database.Connection.Command("select ?::integer - ?::integer");
        command.Parameters.Add(new DuckDBParameter(10));
        command.Parameters.Add(new DuckDBParameter(1));
        Assert.Equal(9, command.ExecuteScalar());
    }

    [Fact]
    public void Many_named_parameters_keep_their_places()
    {
        using var database = TestDatabase.InMemory();
        var names = Enumerable.Range(0, 60).Select(i => $"p{i}").ToArray();
        var sql = "select " + string.Join(" || ',' || ", names.Select(name => $"${name}::varchar"));
        var parameters = names.Reverse().Select(name => (name, (object?)name)).ToArray();
        Assert.Equal(string.Join(',', names), database.Scalar(sql, parameters));
    }

    [Theory]
    [InlineData("select * from missing_table", DuckDBErrorType.Catalog, "missing_table")]
    [InlineData("selec 1", DuckDBErrorType.Parser, "syntax error")]
    [InlineData("select no_such_column", DuckDBErrorType.Binder, "no_such_column")]
    [InlineData("select 'x'::integer", DuckDBErrorType.Conversion, "Could not convert")]
    public void An_error_carries_its_family_and_the_engines_text(string sql, DuckDBErrorType family, string text)
    {
        using var database = TestDatabase.InMemory();
        var error = Assert.Throws<DuckDBException>(() => database.Scalar(sql));
        Assert.Contains(text, error.Message, StringComparison.OrdinalIgnoreCase);
        if (family is not (DuckDBErrorType.Catalog or DuckDBErrorType.Parser or DuckDBErrorType.Binder))
        {
            Assert.Equal(family, error.ErrorType);
        }

        Assert.Equal(1, database.Scalar("select 1"));
    }

    [Fact]
    public void A_text_with_a_nul_is_refused_instead_of_cut_short()
    {
        StandIn.OnlyHere();
        using var database = TestDatabase.InMemory();
        database.Execute("create table t as select 1 as a");
        Assert.Throws<ArgumentException>(() => database.Execute("delete from t \0 where a = 2"));
        Assert.Equal(1L, database.Scalar("select count(*) from t"));
    }

    [Fact]
    public void Several_statements_in_one_text_all_run()
    {
        using var database = TestDatabase.InMemory();
        database.Execute("create table t (a integer); insert into t values (1), (2); update t set a = a + 1;");
        Assert.Equal(5L, database.Scalar("select sum(a)::bigint from t"));
    }

    [Fact]
    public void A_transaction_that_is_rolled_back_leaves_nothing()
    {
        using var database = TestDatabase.InMemory();
        database.Execute("create table t (a integer)");
        using (var transaction = database.Connection.BeginTransaction())
        {
            database.Execute("insert into t values (1)");
            transaction.Rollback();
        }

        Assert.Equal(0L, database.Scalar("select count(*) from t"));
    }

    [Fact]
    public void A_streamed_result_gives_all_rows()
    {
        using var database = TestDatabase.InMemory();
        using var command = database.Connection.Command("select i, 'row ' || i from range(200000) r(i)");
        command.UseStreamingMode = true;
        using var reader = command.ExecuteReader(CommandBehavior.SequentialAccess);
        long rows = 0;
        long sum = 0;
        while (reader.Read())
        {
            rows++;
            sum += reader.GetInt64(0);
        }

        Assert.Equal((200_000L, 19_999_900_000L), (rows, sum));
    }

    [Fact]
    public async Task A_running_query_stops_when_it_is_cancelled()
    {
        using var database = TestDatabase.InMemory();
        using var command = database.Connection.Command(
            "select count(*) from range(10000000) a(x), range(10000000) b(y) where (x * y) % 7 = 3");
        var running = Task.Run(command.ExecuteScalar, TestContext.Current.CancellationToken);
        while (!running.IsCompleted)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            command.Cancel();
        }

        await Assert.ThrowsAsync<OperationCanceledException>(() => running);
        Assert.Equal(1, database.Scalar("select 1"));
    }

    [Fact]
    public async Task A_cancellation_token_stops_a_running_query()
    {
        using var database = TestDatabase.InMemory();
        using var command = database.Connection.Command(
            "select count(*) from range(10000000) a(x), range(10000000) b(y) where (x * y) % 7 = 3");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var running = Task.Run(() => command.ExecuteScalarAsync(stop.Token), TestContext.Current.CancellationToken);
        await Task.Delay(200, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(1, database.Scalar("select 1"));
    }

    [Fact]
    public void Parquet_written_is_read_back_the_same()
    {
        using var database = TestDatabase.OnDisk();
        var path = database.PathOf("t.parquet").Replace("'", "''", StringComparison.Ordinal);
        database.Execute("create table t as select i::integer as i, 'tëxt ' || i as s, date '2024-01-01' + i::integer as d from range(5000) r(i)");
        database.Execute($"copy t to '{path}' (format parquet)");
        Assert.Equal(0L, database.Scalar($"select count(*) from (from t except from read_parquet('{path}'))"));
        Assert.Equal(5000L, database.Scalar("select count(*) from read_parquet($path)", ("path", database.PathOf("t.parquet"))));
    }

    [Fact]
    public void The_engine_is_the_one_the_build_fetched() =>
        Assert.StartsWith("v1.5.6", NativeMethods.Startup.DuckDBLibraryVersion(), StringComparison.Ordinal);
}
