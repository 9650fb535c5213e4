using System.Text.Json;
using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests.Risk;

/// <summary>
/// A generated sample large enough to learn from, with a model trained, judged, promoted and a day scored, all by the command line.
/// </summary>
public sealed class RiskWarehouse : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public string Sample => _folder["sample"];

    public string Warehouse => _folder["warehouse"];

    public string Version { get; private set; } = "";

    /// <summary>The default learner of this build.</summary>
    public string Learner { get; private set; } = "";

    internal ProcessResult Evaluation { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        (
            await CommandLineRun.ComplaintsAsync(
                _folder.Path,
                "generate",
                "--sample",
                "agent",
                "--homes",
                "12000",
                "--years",
                "3",
                "--out",
                Sample)).Expect(0);
        (await CommandLineRun.ComplaintsAsync(_folder.Path, "load", Sample, "--warehouse", Warehouse)).Expect(0);
        ProcessResult trained = (await RiskAsync("train", "--format", "json")).Expect(0);
        JsonElement manifest = JsonDocument.Parse(trained.Output).RootElement;
        Version = manifest.GetProperty("version").GetString()!;
        Learner = manifest.GetProperty("trained_by").GetProperty("name").GetString()!;
        Evaluation = (await RiskAsync("evaluate", "--format", "json")).Expect(0);
        (await RiskAsync("promote")).Expect(0);
        (await RiskAsync("score", "--as-of", "2025-06-16")).Expect(0);
        (await RiskAsync("score")).Expect(0);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    internal Task<ProcessResult> RiskAsync(params string[] arguments) =>
        CommandLineRun.ComplaintsAsync(_folder.Path, ["risk", .. arguments, "--warehouse", Warehouse]);

    internal Task<ProcessResult> OverServiceAsync(string address, params string[] arguments) =>
        CommandLineRun.ComplaintsAsync(_folder.Path, ["risk", .. arguments, "--service", address]);
}

/// <summary>The tests that share one <see cref="RiskWarehouse"/>: training it takes longer than any of them.</summary>
[CollectionDefinition]
public sealed class RiskTests : ICollectionFixture<RiskWarehouse>;
