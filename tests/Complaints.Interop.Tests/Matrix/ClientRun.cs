using System.Text.Json;
using Complaints.Interop.Tests.Hosting;

namespace Complaints.Interop.Tests.Matrix;

/// <summary>One run of one foreign client against a host of its own; its report by case.</summary>
public abstract class ClientRun : IAsyncLifetime
{
    private readonly ProbeHost _host = new();
    private readonly Dictionary<string, CaseResult> _results = [];
    private string _errors = string.Empty;
    private string? _absent;

    /// <summary>The folder of the clients' sources in the checkout.</summary>
    protected static string Sources { get; } = FindSources();

    /// <summary>The folder of the test service's contract.</summary>
    protected static string ProbeProtos { get; } = Path.Combine(Sources, "..", "Protos");

    public async ValueTask InitializeAsync()
    {
        _absent = await PrepareAsync();
        if (_absent is not null)
        {
            return;
        }

        string contracts = await StockContracts.WriteAsync(Path.Combine(AppContext.BaseDirectory, GetType().Name));
        await _host.InitializeAsync();
        (int exitCode, string output, _errors) = await StartAsync(
            ["--target", _host.Target, "--web", _host.WebAddress.ToString(), "--contracts", contracts, "--probe", ProbeProtos]);
        _errors = $"exit code {exitCode}. {_errors}";
        foreach (string line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            CaseResult result = JsonSerializer.Deserialize<CaseResult>(line)!;
            _results.Add(result.Name, result);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Asserts what the client found in one case; skips where the client is not on this machine.</summary>
    public void Assert(string name)
    {
        if (_absent is not null)
        {
            string reason = $"{_absent} .ci/interop installs it.";
            Xunit.Assert.False(Environment.GetEnvironmentVariable("COMPLAINTS_INTEROP") == "required", reason);
            Xunit.Assert.Skip(reason);
        }

        Xunit.Assert.True(_results.TryGetValue(name, out CaseResult? result), $"The client did not report this case: {_errors}");
        Xunit.Assert.True(result.Ok, result.Detail);
    }

    // Null when the client can run; else what is missing.
    protected abstract Task<string?> PrepareAsync();

    protected abstract Task<(int ExitCode, string Output, string Errors)> StartAsync(string[] arguments);

    private static string FindSources()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string sources = Path.Combine(folder.FullName, "tests", "Complaints.Interop.Tests", "Clients");
            if (Directory.Exists(sources))
            {
                return sources;
            }
        }

        throw new InvalidOperationException($"No tests/Complaints.Interop.Tests/Clients above {AppContext.BaseDirectory}.");
    }
}
