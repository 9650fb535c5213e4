using Complaints.Cli.CommandLine;
using Complaints.Learning.Bench;
using Spectre.Console;

namespace Complaints.Cli.Views;

/// <summary>
/// Says on standard error what goes on: at once where that is a terminal, else in a line for every ten seconds, so that nobody takes a long
/// training for a program that hangs.
/// </summary>
internal static class RiskProgress
{
    /// <summary>Time between two lines where there is no terminal.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    public static Task<T> RunAsync<T>(Terminal terminal, string what, Func<IProgress<DateOnly>?, Task<T>> work) =>
        ShowAsync(terminal, what, say => work(new Now<DateOnly>(month => say($"{what} {month:yyyy-MM}"))), TimeProvider.System);

    public static Task<T> BenchAsync<T>(Terminal terminal, Func<IProgress<BenchProgress>?, Task<T>> work) =>
        ShowAsync(
            terminal,
            "Reading",
            say => work(new Now<BenchProgress>(step => say($"{step.Step} ({step.Done} of {step.All})"))),
            TimeProvider.System);

    /// <summary>Runs the work and says how far it is.</summary>
    /// <param name="terminal">Where.</param>
    /// <param name="what">What is said before the work says anything.</param>
    /// <param name="work">The work; it is given what takes its words.</param>
    /// <param name="clock">The clock.</param>
    public static async Task<T> ShowAsync<T>(Terminal terminal, string what, Func<Action<string>, Task<T>> work, TimeProvider clock)
    {
        if (terminal.Messages.Profile.Capabilities.Interactive)
        {
            return await terminal.Messages.Status()
                .StartAsync(what, context => work(text => context.Status(text.EscapeMarkup())))
                .ConfigureAwait(false);
        }

        long start = clock.GetTimestamp();
        string last = what;
        using ITimer timer = clock.CreateTimer(
            _ => terminal.Messages.WriteLine($"{Volatile.Read(ref last)} … {clock.GetElapsedTime(start).TotalSeconds:0} s"), null, Pause, Pause);
        return await work(text => Volatile.Write(ref last, text)).ConfigureAwait(false);
    }

    // The framework's Progress<T> posts to another thread, and the last word could come after the end.
    private sealed class Now<T>(Action<T> say) : IProgress<T>
    {
        public void Report(T value) => say(value);
    }
}
