using Complaints.Domain.Time;
using Complaints.Etl.Loading;
using Complaints.Samples;
using Complaints.Samples.Agent;
using Complaints.Samples.Files;
using Complaints.Warehouse;
using Complaints.Warehouse.DuckDb;

namespace Complaints.Escalation.Tests.Support;

/// <summary>A generated sample in a warehouse of its own, loaded as a user would.</summary>
internal sealed class LoadedSample : IAsyncDisposable
{
    private readonly string _root;

    private LoadedSample(string root, GeneratedSample sample, IWarehouse warehouse)
    {
        _root = root;
        Sample = sample;
        Warehouse = warehouse;
    }

    public GeneratedSample Sample { get; }

    public IWarehouse Warehouse { get; }

    /// <summary>A managing agent's sample.</summary>
    public static Task<LoadedSample> CreateAsync(int homes, int years, CancellationToken ct) => CreateAsync(
        folder => AgentSampleGenerator.GenerateAsync(new AgentSampleOptions(folder) { Homes = homes, Years = years }, ct), ct);

    /// <summary>The sector's sample of 2024/25, or that of some landlords.</summary>
    public static Task<LoadedSample> SectorAsync(string workbook, IReadOnlyCollection<string>? landlords, CancellationToken ct) =>
        CreateAsync(
        folder => TsmSampleGenerator.GenerateAsync(
            new TsmSampleOptions(workbook, ReportingYear.FromStartYear(2024), folder) { Landlords = landlords }, ct),
        ct);

    private static async Task<LoadedSample> CreateAsync(Func<string, Task<GeneratedSample>> generate, CancellationToken ct)
    {
        string root = Path.Combine(Path.GetTempPath(), $"complaints-risk-{Guid.NewGuid():N}");
        GeneratedSample sample = await generate(Path.Combine(root, "set"));
        string folder = Path.Combine(root, "warehouse");
        IWarehouse warehouse = WarehouseFactory.Open(WarehouseLocation.Parse(folder), TimeProvider.System);
        await warehouse.MigrateAsync(ct);
        await new LoadPipeline(
            warehouse, TimeProvider.System, PseudonymKey.Beside(folder)).RunAsync(new LoadRequest { Path = sample.Folder }, null, ct);
        return new LoadedSample(root, sample, warehouse);
    }

    /// <summary>The true probability of escalation by case.</summary>
    public Dictionary<string, double> Truth() => File.ReadLines(Path.Combine(Sample.Folder, GeneratedSample.TruthFileName))
        .Skip(1)
        .Select(line => line.Split(','))
        .ToDictionary(cells => cells[0], cells => double.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture));

    public async ValueTask DisposeAsync()
    {
        await Warehouse.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }
}
