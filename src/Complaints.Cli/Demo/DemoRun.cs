using System.Diagnostics;
using System.Globalization;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Composition;
using Complaints.Cli.Views;
using Complaints.Domain.Time;
using Complaints.Etl.Loading;
using Complaints.Etl.Quarantine;
using Complaints.Measures.Comparators;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Protocol.Reporting;
using Complaints.Samples;
using Complaints.Samples.Agent;
using Complaints.Samples.Files;
using Complaints.Service.Hosting;
using Complaints.Warehouse;
using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace Complaints.Cli.Demo;

/// <summary>The steps of the demo, each told in a few lines.</summary>
internal sealed class DemoRun(Workbench bench, DemoFolder folder, int port)
{
    private const int WorklistLines = 5;

    // Enough that a few hundred cases are escalated: with fewer than 200 no model is trained.
    private const int Homes = 12_000;
    private const int Years = 3;

    private static readonly string[] s_measures = ["ch01_stage1", "ch01_stage2", "ch02_stage1", "ch02_stage2"];
    private static readonly ReportingYear s_year = ReportingYear.FromStartYear(2024);

    private readonly IAnsiConsole _out = bench.Terminal.Display;
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    private int[] Ports => port == 0 ? [0, 0] : [port, port + 1];

    public async Task RunAsync(bool stops, CancellationToken stop)
    {
        FreePorts.Require(Ports);
        await GenerateAsync(stop).ConfigureAwait(false);
        await LoadAsync(stop).ConfigureAwait(false);
        WarehouseLocation location = folder.Location;
        await using IWarehouse warehouse = bench.Warehouse(location);
        await WorklistAsync(warehouse, stop).ConfigureAwait(false);
        // What the demo tells stays readable: of the service's messages those of a kind that wants a look are shown.
        using ILoggerFactory log = ServiceLogging.Create(LogLevel.Warning);
        ComplaintsHostOptions options = new()
        {
            GrpcPort = Ports[0],
            WebPort = Ports[^1],
            Clock = bench.Clock,
            ModelFolder = bench.Models(location).Folder,
            Log = log,
        };
        await using ComplaintsHost host = await ComplaintsHost.StartAsync(warehouse, options, stop).ConfigureAwait(false);
        await AskAsync(host, stop).ConfigureAwait(false);
        Heading("5", "Which open cases will escalate?");
        await DemoRisk.RunAsync(_out, bench, warehouse, location, stop).ConfigureAwait(false);
        Close(host, stops);
        if (!stops)
        {
            await host.WaitForStopAsync(stop).ConfigureAwait(false);
        }
    }

    private async Task GenerateAsync(CancellationToken stop)
    {
        GeneratedSample sample = await AgentSampleGenerator
            .GenerateAsync(
                new AgentSampleOptions(folder.Sample) { Homes = Homes, Years = Years, Faults = true, LastYear = s_year },
                stop).ConfigureAwait(false);
        Heading("1", "A managing agent's extract");
        _out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{sample.Files.Count} files, {sample.StageRows:N0} stages of complaints, extract of {sample.ExtractDate:yyyy-MM-dd}. One landlord's homes hide in the other's system, and {sample.PlantedFaults} faults are planted."));
    }

    private async Task LoadAsync(CancellationToken stop)
    {
        Heading("2", "Loaded: every row has a fate");
        LoadRequest request = new() { Path = folder.Sample };
        LoadOutcome outcome = await WarehouseLoad.RunAsync(bench, folder.Location, request, stop).ConfigureAwait(false);
        LoadView.WriteTables(_out, outcome);
    }

    private async Task WorklistAsync(IWarehouse warehouse, CancellationToken stop)
    {
        Heading("3", "Waiting for a person: whose complaints are these?");
        IReadOnlyList<WorklistEntry> entries = await new WorklistStore(warehouse).ListAsync(stop).ConfigureAwait(false);
        WorklistView.WriteTable(_out, entries, WorklistLines);
    }

    private async Task AskAsync(ComplaintsHost host, CancellationToken stop)
    {
        Heading("4", $"Asked over gRPC: {s_year}, beside the sector's median");
        using ReportingClient client = new(host.GrpcAddress);
        FigureQuery query = new()
        {
            Measures = s_measures,
            GroupBy = ["landlord", "stock_type"],
            Years = [s_year],
            Filters = [new QueryFilter("stock_type", ["LCRA", "LCHO"])],
        };
        FigureTable figures = await client.QueryAsync(query, Workbench.Reader, stop).ConfigureAwait(false);
        IReadOnlyList<Comparator> sector = await client
            .ComparatorsAsync(new ComparatorQuery { Measures = s_measures, Year = s_year }, Workbench.Reader, stop).ConfigureAwait(false);
        FigureView.WriteTable(bench.Terminal, figures);
        _out.WriteLine(
            $"Sector median, {sector[0].StockType}: {string.Join(", ", sector.Select(one => $"{one.Measure} {one.Median.Display}"))}");
        _out.WriteLine($"({sector[0].Source}; {sector[0].ZeroRule})");
    }

    private void Close(ComplaintsHost host, bool stops)
    {
        Heading("6", string.Create(CultureInfo.InvariantCulture, $"Ready after {_watch.Elapsed.TotalSeconds:0} s"));
        bench.Terminal.Copyable($"gRPC      {host.GrpcAddress}");
        bench.Terminal.Copyable($"gRPC-Web  {host.WebAddress}");
        bench.Terminal.Copyable($"Warehouse {folder.Warehouse}");
        _out.WriteLine("Ask it from another terminal, with the command line or any gRPC client (reflection is on):");
        bench.Terminal.Copyable($"  dotnet run --project src/Complaints.Cli -- query --service {host.GrpcAddress.ToString().TrimEnd('/')} --measures ch01_stage1,ch02_stage1 --group-by landlord,quarter --year {s_year}");
        bench.Terminal.Copyable($"  dotnet run --project src/Complaints.Cli -- risk list --warehouse {folder.Warehouse}");
        bench.Terminal.Copyable($"  grpcurl -plaintext {host.GrpcAddress.Authority} list");
        _out.MarkupLine("[yellow]Demo mode:[/] nobody signs in, so it listens on loopback only and shows every landlord.");
        _out.WriteLine(stops ? "Stopping now, as asked (--once)." : "Ctrl+C stops it.");
    }

    private void Heading(string number, string text)
    {
        _out.WriteLine();
        _out.MarkupLine($"[bold]{number}. {text.EscapeMarkup()}[/]");
    }
}
