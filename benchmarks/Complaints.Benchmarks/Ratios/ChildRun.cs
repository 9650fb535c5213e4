using System.Diagnostics;
using System.Globalization;

namespace Complaints.Benchmarks.Ratios;

/// <summary>What one measured piece of work took, in a process of its own so that its peak memory is its own.</summary>
/// <param name="Seconds">Wall time of the work, without starting the process.</param>
/// <param name="PeakBytes">The process's peak resident memory.</param>
/// <param name="Note">What the work reports, such as its row count.</param>
internal sealed record ChildRun(double Seconds, long PeakBytes, string Note)
{
    private const string Mark = "measured|";

    /// <summary>Runs this program again with the given work and reads what it measured.</summary>
    public static async Task<ChildRun> StartAsync(params string[] work)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!, ["child", .. work]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync().ConfigureAwait(false);
        await process.WaitForExitAsync().ConfigureAwait(false);
        string? line = output.Split('\n').LastOrDefault(text => text.StartsWith(Mark, StringComparison.Ordinal));
        if (process.ExitCode != 0 || line is null)
        {
            throw new InvalidOperationException($"'{string.Join(' ', work)}' ended with {process.ExitCode}:\n{output}");
        }

        string[] parts = line.Split('|', 4);
        return new ChildRun(
            double.Parse(parts[1], CultureInfo.InvariantCulture), long.Parse(parts[2], CultureInfo.InvariantCulture), parts[3]);
    }

    /// <summary>In the child: does the work and prints the measurement for the parent.</summary>
    public static async Task MeasureAsync(Func<Task<string>> work)
    {
        Stopwatch watch = Stopwatch.StartNew();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        string note = await work().ConfigureAwait(false);
        double processor = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        Report(watch.Elapsed.TotalSeconds, string.Create(CultureInfo.InvariantCulture, $"{processor:0.0} s of processor; {note}"));
    }

    /// <summary>In the child: prints a measurement that was taken inside the work.</summary>
    public static void Report(double seconds, string note)
    {
        using Process self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Mark}{seconds:R}|{self.PeakWorkingSet64}|{note}"));
    }
}
