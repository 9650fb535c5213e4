using System.Diagnostics;

namespace Complaints.Interop.Tests.Matrix;

/// <summary>A program that is not ours, run to its end.</summary>
internal static class Tool
{
    // A client that hangs must not hang the tests; a healthy one needs a small part of this.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        string program, string folder, params string[] arguments)
    {
        using CancellationTokenSource limit = new(Limit);
        using Process process = new()
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.Start();
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (-1, await output, $"{await errors}{Environment.NewLine}{program} was stopped after {Limit}.");
        }

        return (process.ExitCode, await output, await errors);
    }

    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);
}
