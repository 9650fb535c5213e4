using System.Runtime.InteropServices;
using Complaints.Domain;

namespace Complaints.Cli.CommandLine;

/// <summary>
/// Ctrl+C, SIGTERM and a closed terminal: the command is asked to end cleanly, within a limit; a second signal ends it at once.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    // Beyond what a service may take to let its running queries finish.
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(Limits.StopSeconds + 5);

    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registered;
    private readonly TimeProvider _clock;
    private ITimer? _end;

    public StopSignals(TimeProvider clock)
    {
        _clock = clock;
        _registered =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Handle(context, CommandLine.ExitCode.Interrupted)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Handle(context, CommandLine.ExitCode.Terminated)),
            PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => Handle(context, CommandLine.ExitCode.HungUp)),
        ];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>The exit code of a command that a signal stopped; null where none came.</summary>
    public int? ExitCode { get; private set; }

    public void Dispose()
    {
        foreach (PosixSignalRegistration one in _registered)
        {
            one.Dispose();
        }

        _end?.Dispose();
        _stop.Dispose();
    }

    private void Handle(PosixSignalContext context, int exitCode)
    {
        if (ExitCode is not null)
        {
            // The second one: the system's own way, which asks nobody.
            return;
        }

        context.Cancel = true;
        ExitCode = exitCode;
        _end = _clock.CreateTimer(_ => Environment.Exit(exitCode), null, s_longest, Timeout.InfiniteTimeSpan);
        _stop.Cancel();
    }
}
