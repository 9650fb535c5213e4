using Complaints.Domain.Errors;
using Complaints.Etl.Extract;
using Parquet.Data;
using Parquet.Schema;

namespace Complaints.Etl.Tests.Extract;

public sealed class ColumnarTableTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("complaints-columnar-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_type_reads_as_text_in_file_order()
    {
        var schema = new ParquetSchema(
            new DataField<long>("number"),
            new DateTimeDataField("day", DateTimeFormat.Date, isNullable: true),
            new DecimalDataField("amount", 9, 2),
            new DataField<bool>("flag"),
            new DataField<string>("note"),
            new DateTimeDataField("moment", DateTimeFormat.DateAndTimeMicros),
            new DateTimeDataField("utc", DateTimeFormat.Timestamp, isAdjustedToUTC: true, unit: DateTimeTimeUnit.Micros),
            new DataField<double>("share"));
        DateTime moment = new(2024, 4, 1, 10, 30, 0, DateTimeKind.Utc);
        long[] numbers = [0, 1, -2];
        decimal[] amounts = [0m, 0.25m, -1234.5m];
        bool[] flags = [true, false, true];
        double[] shares = [1d, 0.1, 2.02406E+17];
        byte[] file = await TestParquet.OfAsync(schema, async (group, fields) =>
        {
            await group.WriteAsync<long>(fields[0], numbers);
            await group.WriteAsync<DateTime>(fields[1], new DateTime?[] { moment.Date, null, moment.Date.AddDays(2) });
            await group.WriteAsync<decimal>(fields[2], amounts);
            await group.WriteAsync<bool>(fields[3], flags);
            await group.WriteAsync(fields[4], ["text 0", "", null!]);
            await group.WriteAsync<DateTime>(fields[5], new[] { moment, moment.AddMilliseconds(500), moment });
            await group.WriteAsync<DateTime>(fields[6], new[] { moment, moment, moment });
            await group.WriteAsync<double>(fields[7], shares);
        });

        (TableInfo info, List<TableRow> rows) = await ReadAsync(file);

        Assert.Equal(["number", "day", "amount", "flag", "note", "moment", "utc", "share"], info.Header);
        Assert.Equal(
            [
                "1|0|2024-04-01|0.00|true|text 0|2024-04-01 10:30:00|2024-04-01 10:30:00+00|1.0",
                "2|1||0.25|false||2024-04-01 10:30:00.5|2024-04-01 10:30:00+00|0.1",
                "3|-2|2024-04-03|-1234.50|true||2024-04-01 10:30:00|2024-04-01 10:30:00+00|2.02406e+17",
            ],
            rows.Select(row => $"{row.Line}|{string.Join('|', row.Cells)}"));
    }

    [Fact]
    public async Task Decimals_keep_every_digit_that_the_file_has()
    {
        var schema = new ParquetSchema(new BigDecimalDataField("amount", 38, 4));
        System.Numerics.BigInteger unscaled = System.Numerics.BigInteger.Parse(
            "12345678901234567890123456789012345678", System.Globalization.CultureInfo.InvariantCulture);
        byte[] file = await TestParquet.OfAsync(
            schema, (group, fields) => group.WriteAsync<BigDecimal>(fields[0], new[] { new BigDecimal(unscaled, 38, 4) }));

        (_, List<TableRow> rows) = await ReadAsync(file);

        Assert.Equal("1234567890123456789012345678901234.5678", Assert.Single(rows).Cells[0]);
    }

    [Fact]
    public async Task Rows_count_on_through_row_groups_and_leave_out_those_without_a_value()
    {
        var schema = new ParquetSchema(new DataField<int>("i", true), new DataField<string>("s"));
        Func<Parquet.ParquetRowGroupWriter, DataField[], Task> Group(int number) => async (group, fields) =>
        {
            await group.WriteAsync<int>(
                fields[0], Enumerable.Range(0, 2000).Select(i => i == 1 ? (int?)null : (number * 2000) + i).ToArray());
            await group.WriteAsync(fields[1], [.. Enumerable.Range(0, 2000).Select(i => i == 1 ? null! : $"{number}/{i}")]);
        };
        byte[] file = await TestParquet.OfAsync(schema, [.. Enumerable.Range(0, 3).Select(Group)]);

        (_, List<TableRow> rows) = await ReadAsync(file);

        Assert.Equal(5997, rows.Count);
        Assert.All(rows, row => Assert.Equal($"{row.Line - 1}|{(row.Line - 1) / 2000}/{(row.Line - 1) % 2000}", string.Join('|', row.Cells)));
    }

    [Fact]
    public async Task A_column_of_lists_is_refused_by_its_name()
    {
        var schema = new ParquetSchema(new DataField<string>("case"), new DataField<int[]>("tags"));
        int[] tags = [1, 2];
        int[] levels = [0, 1];
        byte[] file = await TestParquet.OfAsync(schema, async (group, fields) =>
        {
            await group.WriteAsync(fields[0], ["C1"]);
            await group.WriteAsync<int>(fields[1], tags, levels);
        });

        UserException error = await Assert.ThrowsAsync<UserException>(() => ReadAsync(file));
        Assert.Contains("'tags'", error.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(200)]
    public async Task A_file_cut_short_is_refused_with_its_path(int bytes)
    {
        byte[] whole = await TestParquet.OfTextAsync(["i"], Enumerable.Range(0, 1000).Select(i => new[] { $"x{i}" }));

        UserException error = await Assert.ThrowsAsync<UserException>(() => ReadAsync(whole[..bytes]));
        Assert.Equal(Path.Combine(_folder, "t.parquet"), error.Where);
    }

    [Fact]
    public async Task A_missing_file_is_refused() =>
        await Assert.ThrowsAsync<UserException>(
            () => TableFile.OpenAsync("/nowhere/x.parquet", ReadOptions.Default, CancellationToken.None));

    private async Task<(TableInfo Info, List<TableRow> Rows)> ReadAsync(byte[] content)
    {
        string path = Path.Combine(_folder, "t.parquet");
        await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
        await using ITable table = await TableFile.OpenAsync(path, ReadOptions.Default, TestContext.Current.CancellationToken);
        var rows = new List<TableRow>();
        for (
            IReadOnlyList<TableRow> batch = await table.ReadAsync(
                100, default); batch.Count > 0; batch = await table.ReadAsync(100, default))
        {
            rows.AddRange(batch);
        }

        return (table.Info, rows);
    }
}
