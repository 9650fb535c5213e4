using Apache.Arrow;
using Complaints.Polyfills.Tests.DuckDb;
using DuckDB.NET.Data;

namespace Complaints.Polyfills.Tests.Arrow;

/// <summary>The engine's results as Arrow batches, through the real ADO.NET layer.</summary>
public class ArrowBatchTests
{
    [Fact]
    public async Task Batches_hold_what_the_query_gave()
    {
        using var database = TestDatabase.InMemory();
        using var command = database.Connection.Command(
            """
            select i::integer as i, case when i % 3 = 0 then null else 'text ü ' || i end as s, i / 4.0::double as d,
                   i % 2 = 0 as even, date '2024-01-01' + i::integer as day, (i / 100)::decimal(18, 2) - 5 as m,
                   timestamp '2024-01-01 00:00:01' as moment, [i, i + 1] as list, {'a': i, 'b': 'x'} as structure
            from range(5000) r(i)
            """);
        var next = 0;
        await foreach (var batch in command.ExecuteArrowBatchesAsync(TestContext.Current.CancellationToken))
        {
            using (batch)
            {
                Assert.Equal(["i", "s", "d", "even", "day", "m", "moment", "list", "structure"], batch.Schema.FieldsList.Select(f => f.Name));
                next = Check(batch, next);
            }
        }

        Assert.Equal(5000, next);
    }

    [Fact]
    public async Task A_batch_that_was_disposed_is_not_read()
    {
        StandIn.OnlyHere();
        using var database = TestDatabase.InMemory();
        using var command = database.Connection.Command("select 1 as a");
        using var stream = command.ExecuteArrowStream();
        var batch = await stream.ReadNextRecordBatchAsync(TestContext.Current.CancellationToken);
        var column = (Int32Array)batch!.Column("a");
        Assert.Equal(1, column.GetValue(0));
        batch.Dispose();
        Assert.Throws<ObjectDisposedException>(() => column.GetValue(0));
        Assert.Null(await stream.ReadNextRecordBatchAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_type_without_an_array_is_refused_by_name()
    {
        StandIn.OnlyHere();
        using var database = TestDatabase.InMemory();
        using var command = database.Connection.Command("select interval 1 month as a");
        var error = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            using var stream = command.ExecuteArrowStream();
            await stream.ReadNextRecordBatchAsync(TestContext.Current.CancellationToken);
        });
        Assert.Contains("tin", error.ToString(), StringComparison.Ordinal);
    }

    private static int Check(RecordBatch batch, int next)
    {
        var i = (Int32Array)batch.Column("i");
        var s = (StringArray)batch.Column("s");
        var lists = (ListArray)batch.Column("list");
        var items = (Int64Array)lists.Values;
        for (var row = 0; row < batch.Length; row++, next++)
        {
            Assert.Equal(next, i.GetValue(row));
            Assert.Equal(next % 3 == 0 ? null : $"text ü {next}", s.GetString(row));
            Assert.Equal(next / 4.0, ((DoubleArray)batch.Column("d")).GetValue(row));
            Assert.Equal(next % 2 == 0, ((BooleanArray)batch.Column("even")).GetValue(row));
            Assert.Equal(new DateOnly(2024, 1, 1).AddDays(next), ((Date32Array)batch.Column("day")).GetDateOnly(row));
            Assert.Equal((next / 100m) - 5, ((Decimal128Array)batch.Column("m")).GetValue(row));
            Assert.Equal(new DateTimeOffset(2024, 1, 1, 0, 0, 1, TimeSpan.Zero), ((TimestampArray)batch.Column("moment")).GetTimestamp(row));
            Assert.Equal((2, next + 1L), (lists.GetValueLength(row), items.GetValue(lists.ValueOffsets[row] + 1)));
            Assert.Equal(next, ((Int64Array)((StructArray)batch.Column("structure")).Fields[0]).GetValue(row));
        }

        return next;
    }
}
