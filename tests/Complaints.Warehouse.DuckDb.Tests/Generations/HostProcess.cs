using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Complaints.Warehouse.DuckDb.Tests.Generations;

/// <summary>A process that writes a warehouse until it is killed, and what it said it had published.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentQueue<KeptModel> _models = new();
    private readonly TaskCompletionSource _kept = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _newest;
    private volatile bool _migrated;

    private HostProcess(Process process) => _process = process;

    public static string Path { get; } = System.IO.Path.Combine(
        AppContext.BaseDirectory.Replace(
            $"{System.IO.Path.DirectorySeparatorChar}Complaints.Warehouse.DuckDb.Tests{System.IO.Path.DirectorySeparatorChar}",
            $"{System.IO.Path.DirectorySeparatorChar}Complaints.Warehouse.CrashHost{System.IO.Path.DirectorySeparatorChar}",
            StringComparison.Ordinal),
        "Complaints.Warehouse.CrashHost.dll");

    /// <summary>The newest load it said it had published; 0 for none.</summary>
    public int Newest => _newest;

    /// <summary>Whether it said that there is a warehouse.</summary>
    public bool Migrated => _migrated || _newest > 0;

    /// <summary>What it said it had kept of models.</summary>
    public IReadOnlyCollection<KeptModel> Models => _models;

    /// <summary>What it wrote on its way down by itself: a defect.</summary>
    public string Errors => string.Join('\n', _errors);

    /// <summary>Starts one that runs every writing command in the order of a seed.</summary>
    public static HostProcess Start(string folder, int rows, int seed)
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet")
            {
                ArgumentList =
                {
                    Path, folder, rows.ToString(CultureInfo.InvariantCulture), seed.ToString(CultureInfo.InvariantCulture),
                },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                // Of a killed process its pipes for debuggers stay in the temporary folder.
                Environment = { ["DOTNET_EnableDiagnostics"] = "0" },
            },
        };
        var host = new HostProcess(process);
        process.OutputDataReceived += (_, line) => host.Said(line.Data);
        process.ErrorDataReceived += (_, line) => host._errors.Enqueue(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return host;
    }

    /// <summary>
    /// Kills it some time after it began to write, or after it first said that it had kept something: a machine under load takes longer to
    /// the first step than to many later ones. Returns whether it was still alive then.
    /// </summary>
    public async Task<bool> KillAfterAsync(TimeSpan pause, bool isAfterFirst, CancellationToken ct)
    {
        await Task.WhenAny(_ready.Task, _process.WaitForExitAsync(ct));
        if (isAfterFirst)
        {
            await Task.WhenAny(_kept.Task, _process.WaitForExitAsync(ct), Task.Delay(s_longest, ct));
        }

        await Task.Delay(pause, ct);
        bool alive = !_process.HasExited;
        _process.Kill();

        // Waits for the end of its output as well: what it said before it died counts.
        await _process.WaitForExitAsync(ct);
        return alive;
    }

    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Said(string? line)
    {
        if (line == "ready")
        {
            _ready.TrySetResult();
            return;
        }

        if (line == "migrated")
        {
            _migrated = true;
        }
        else if (line?.StartsWith("published ", StringComparison.Ordinal) == true
            && int.TryParse(line["published ".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out int load))
        {
            _newest = Math.Max(_newest, load);
        }
        else if (line?.Split(' ') is [string what, string version, string number])
        {
            _models.Enqueue(new KeptModel(what, version, int.Parse(number, CultureInfo.InvariantCulture)));
        }

        if (line is not null)
        {
            _kept.TrySetResult();
        }
    }
}

/// <summary>A model that was trained, judged (by the evaluation of a number) or promoted.</summary>
internal sealed record KeptModel(string What, string Version, int Number);
