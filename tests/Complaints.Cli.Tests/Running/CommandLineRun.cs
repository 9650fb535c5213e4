using System.ComponentModel;
using System.Diagnostics;

namespace Complaints.Cli.Tests.Running;

/// <summary>The real <c>complaints</c> program in a process of its own, as a shell would run it.</summary>
internal static class CommandLineRun
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(5);

    public static string Program => Path.Combine(AppContext.BaseDirectory, "complaints.dll");

    public static Task<ProcessResult> ComplaintsAsync(string folder, params string[] arguments) =>
        RunAsync("dotnet", folder, [Program, .. arguments]);

    /// <summary>Runs a program of the system; the test is skipped, and says so, where it is not installed.</summary>
    public static async Task<ProcessResult> RunIfThereAsync(string program, string folder, params string[] arguments)
    {
        try
        {
            return await RunAsync(program, folder, arguments);
        }
        catch (Win32Exception)
        {
            Assert.Skip($"'{program}' is not on this machine.");
            throw;
        }
    }

    public static async Task<ProcessResult> RunAsync(string program, string folder, params string[] arguments)
    {
        using Process process = Start(program, folder, arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> messages = process.StandardError.ReadToEndAsync();
        using CancellationTokenSource limit = new(s_limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new ProcessResult(process.ExitCode, await output, await messages);
    }

    public static Process Start(string program, string folder, params string[] arguments) => Process.Start(
        new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}

/// <summary>How a run ended.</summary>
internal sealed record ProcessResult(int ExitCode, string Output, string Messages)
{
    public ProcessResult Expect(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"exit code {ExitCode}, expected {exitCode}\n{Messages}\n{Output}");
        return this;
    }
}
