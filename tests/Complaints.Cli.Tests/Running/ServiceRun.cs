using System.Diagnostics;
using System.Text.RegularExpressions;
using Complaints.Domain.Tests.Storage;

namespace Complaints.Cli.Tests.Running;

/// <summary><c>complaints serve</c> in a process of its own on free ports, until disposed.</summary>
internal sealed partial class ServiceRun : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);
    private readonly Process _process;

    private ServiceRun(Process process, string address) => (_process, Address) = (process, address);

    /// <summary>Where gRPC answers.</summary>
    public string Address { get; }

    public static async Task<ServiceRun> StartAsync(string folder, string warehouse, params string[] more)
    {
        Process process = CommandLineRun.Start(
            "dotnet",
            folder,
            [CommandLineRun.Program, "serve", "--warehouse", warehouse, "--port", "0", "--web-port", "0", .. more]);
        try
        {
            string line = await LineAsync(process, line => GrpcAddress().IsMatch(line));
            return new ServiceRun(process, GrpcAddress().Match(line).Groups[1].Value);
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    /// <summary>The next message that is wanted; those before it are read and gone.</summary>
    public Task<string> MessageAsync(Predicate<string> wanted) => LineAsync(_process, wanted);

    /// <summary>Sends the signal that asks a process to end, and waits until it has.</summary>
    public async Task<int> TerminateAsync()
    {
        Unix.Send(_process.Id, "TERM");
        using CancellationTokenSource limit = new(s_limit);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static async Task<string> LineAsync(Process service, Predicate<string> wanted)
    {
        using CancellationTokenSource limit = new(s_limit);
        while (await service.StandardError.ReadLineAsync(limit.Token) is { } line)
        {
            if (wanted(line))
            {
                return line;
            }
        }

        throw new InvalidOperationException("The service ended before it said so.");
    }

    [GeneratedRegex(@"^gRPC +(http://[\w.:]+)")]
    private static partial Regex GrpcAddress();
}
