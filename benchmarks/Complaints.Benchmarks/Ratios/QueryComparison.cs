using System.Diagnostics;
using System.Globalization;
using Complaints.Benchmarks.Samples;
using Complaints.Domain.Access;
using Complaints.Domain.Time;
using Complaints.Measures;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Protocol.Reporting;
using Complaints.Service.Hosting;
using Complaints.Service.Reporting;
using Complaints.Warehouse;
using Complaints.Warehouse.DuckDb;
using Complaints.Warehouse.Queries;
using DuckDB.NET.Data;

namespace Complaints.Benchmarks.Ratios;

/// <summary>A grouped CH02 query over gRPC against the very same SQL run in-process on the bare engine.</summary>
internal static class QueryComparison
{
    public const string Ours = "query-ours";
    public const string Peer = "query-bare";
    private const int Runs = 3;
    private const int Repeats = 9;

    private static readonly FigureQuery s_query = new()
    {
        Measures = ["ch02_stage1"],
        GroupBy = ["landlord", "stock_type"],
        Years = [ReportingYear.FromStartYear(2024)],
        AsAt = new DateOnly(2025, 12, 31),
    };

    public static async Task RunAsync(string folder, int rows)
    {
        string warehouse = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"query-{rows}"));
        await StageWarehouse.EnsureAsync(warehouse, rows).ConfigureAwait(false);
        await RatioTable.CompareAsync(
            string.Create(
                CultureInfo.InvariantCulture, $"Grouped CH02 over {rows:N0} stage rows over gRPC against the same SQL in-process"),
            "≤ 1.3",
            Runs,
            () => ChildRun.StartAsync(Ours, warehouse),
            () => ChildRun.StartAsync(Peer, warehouse)).ConfigureAwait(false);
    }

    /// <summary>In the child: the service and a client in one process, over a real HTTP/2 connection.</summary>
    public static async Task OursAsync(string folder)
    {
        await using IWarehouse warehouse = WarehouseFactory.Open(WarehouseLocation.Parse(folder), TimeProvider.System);
        await using ComplaintsHost host = await ComplaintsHost.StartAsync(
            warehouse, new ComplaintsHostOptions { GrpcPort = 0, WebPort = 0 }, default)
            .ConfigureAwait(false);
        using ReportingClient client = new(host.GrpcAddress);
        FigureTable? table = null;
        double seconds = await MedianAsync(
            async () => table = await client.QueryAsync(s_query, principal: null, default).ConfigureAwait(false)).ConfigureAwait(false);
        ChildRun.Report(seconds, string.Create(CultureInfo.InvariantCulture, $"{table!.RowCount} groups"));
    }

    public static async Task PeerAsync(string folder)
    {
        SqlQuery sql;
        await using (IWarehouse warehouse = WarehouseFactory.Open(WarehouseLocation.Parse(folder), TimeProvider.System))
        {
            sql = new FigureEngine(warehouse).Explain(s_query, Principal.Demo, s_query.AsAt);
        }

        using DuckDBConnection connection = new($"Data Source={StageWarehouse.CurrentFile(folder)};ACCESS_MODE=READ_ONLY");
        connection.Open();
        int groups = 0;
        double seconds = await MedianAsync(() =>
        {
            groups = Run(connection, sql);
            return Task.CompletedTask;
        }).ConfigureAwait(false);
        ChildRun.Report(seconds, string.Create(CultureInfo.InvariantCulture, $"{groups} groups"));
    }

    private static int Run(DuckDBConnection connection, SqlQuery sql)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql.Text;
        foreach (SqlParameterValue parameter in sql.Parameters)
        {
            command.Parameters.Add(new DuckDBParameter(parameter.Name, parameter.Value));
        }

        using DuckDBDataReader reader = command.ExecuteReader();
        int groups = 0;
        while (reader.Read())
        {
            groups++;
        }

        return groups;
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
