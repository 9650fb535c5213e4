namespace Complaints.Cli.Tests.Running;

/// <summary>
/// The managing agent's sample with every fault, generated and loaded once by the command line for the tests that only read.
/// </summary>
public sealed class AgentWarehouse : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public string Sample => _folder["sample"];

    public string Warehouse => _folder["warehouse"];

    public async ValueTask InitializeAsync()
    {
        (
            await CommandLineRun.ComplaintsAsync(
                _folder.Path,
                "generate",
                "--sample",
                "agent",
                "--faults",
                "--homes",
                "2000",
                "--out",
                Sample)).Expect(0);
        (await CommandLineRun.ComplaintsAsync(_folder.Path, "load", Sample, "--warehouse", Warehouse)).Expect(4);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
