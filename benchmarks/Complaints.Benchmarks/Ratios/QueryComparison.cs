using System.Diagnostics;
using System.Globalization;
using Complaints.Benchmarks.Samples;
using Complaints.Measures.Figures;
using Complaints.Protocol.Reporting;
using Complaints.Service.Hosting;
using Complaints.Service.Reporting;
using Complaints.Warehouse;
using Complaints.Warehouse.DuckDb;
using DuckDB.NET.Data;

namespace Complaints.Benchmarks.Ratios;

/// <summary>Grouped questions over gRPC, against SQL written by hand for the same figures, in-process on the bare engine.</summary>
internal static class QueryComparison
{
    public const string Ours = "query-ours";
    public const string Peer = "query-bare";
    private const int Runs = 3;
    private const int Repeats = 9;

    public static async Task RunAsync(string folder, int rows)
    {
        string warehouse = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"query-{rows}"));
        await StageWarehouse.EnsureAsync(warehouse, rows).ConfigureAwait(false);
        foreach (BenchmarkedQuery query in BenchmarkedQuery.All)
        {
            await RatioTable.CompareAsync(
                string.Create(
                    CultureInfo.InvariantCulture, $"{query.Name} over {rows:N0} stage rows: over gRPC against SQL by hand in-process"),
                "≤ 1.3",
                Runs,
                () => ChildRun.StartAsync(Ours, warehouse, query.Name),
                () => ChildRun.StartAsync(Peer, warehouse, query.Name),
                sameNotes: true).ConfigureAwait(false);
        }
    }

    /// <summary>In the child: the service and a client in one process, over a real HTTP/2 connection.</summary>
    public static async Task OursAsync(string folder, string name)
    {
        await using IWarehouse warehouse = WarehouseFactory.Open(WarehouseLocation.Parse(folder), TimeProvider.System);
        await using ComplaintsHost host = await ComplaintsHost.StartAsync(
            warehouse, new ComplaintsHostOptions { GrpcPort = 0, WebPort = 0 }, default)
            .ConfigureAwait(false);
        using ReportingClient client = new(host.GrpcAddress);
        FigureTable? table = null;
        double seconds = await MedianAsync(async () =>
            table = await client.QueryAsync(BenchmarkedQuery.Named(name).Query, principal: null, default).ConfigureAwait(false))
            .ConfigureAwait(false);
        Figure[] counted = [.. table!.Figures.Where(figure => figure.Denominator > 0)];
        ChildRun.Report(
            seconds,
            BenchmarkedQuery.Note(counted.Length, counted.Sum(figure => figure.Numerator), counted.Sum(figure => figure.Denominator ?? 0)));
    }

    /// <summary>In the child: the SQL by hand, on a connection of the engine's own.</summary>
    public static async Task PeerAsync(string folder, string name)
    {
        string sql = BenchmarkedQuery.Named(name).HandWritten();
        using DuckDBConnection connection = new($"Data Source={StageWarehouse.CurrentFile(folder)};ACCESS_MODE=READ_ONLY");
        connection.Open();
        string note = "";
        double seconds = await MedianAsync(() =>
        {
            note = Run(connection, sql);
            return Task.CompletedTask;
        }).ConfigureAwait(false);
        ChildRun.Report(seconds, note);
    }

    private static string Run(DuckDBConnection connection, string sql)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using DuckDBDataReader reader = command.ExecuteReader();
        int groups = 0;
        decimal above = 0;
        decimal below = 0;
        while (reader.Read())
        {
            decimal divisor = Convert.ToDecimal(reader.GetValue(reader.FieldCount - 1), CultureInfo.InvariantCulture);
            groups += divisor > 0 ? 1 : 0;
            above += Convert.ToDecimal(reader.GetValue(reader.FieldCount - 2), CultureInfo.InvariantCulture);
            below += divisor;
        }

        return BenchmarkedQuery.Note(groups, above, below);
    }

    private static async Task<double> MedianAsync(Func<Task> query)
    {
        await query().ConfigureAwait(false);
        await query().ConfigureAwait(false);
        List<double> seconds = [];
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            Stopwatch watch = Stopwatch.StartNew();
            await query().ConfigureAwait(false);
            seconds.Add(watch.Elapsed.TotalSeconds);
        }

        seconds.Sort();
        return seconds[Repeats / 2];
    }
}
