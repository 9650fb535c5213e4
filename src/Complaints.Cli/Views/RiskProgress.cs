using Complaints.Cli.CommandLine;
using Complaints.Learning.Bench;
using Spectre.Console;

namespace Complaints.Cli.Views;

/// <summary>Says on standard error what goes on, where that is a terminal; training may take a minute.</summary>
internal static class RiskProgress
{
    public static Task<T> RunAsync<T>(Terminal terminal, string what, Func<IProgress<DateOnly>?, Task<T>> work) =>
        ShowAsync(terminal, what, context => work(context is null ? null : new Now<DateOnly>(month => context.Status($"{what} {month:yyyy-MM}"))));

    public static Task<T> BenchAsync<T>(Terminal terminal, Func<IProgress<BenchProgress>?, Task<T>> work) =>
        ShowAsync(terminal, "Reading", context => work(context is null
            ? null
            : new Now<BenchProgress>(step => context.Status($"{step.Step} ({step.Done} of {step.All})".EscapeMarkup()))));

    private static Task<T> ShowAsync<T>(Terminal terminal, string what, Func<StatusContext?, Task<T>> work) =>
        terminal.Messages.Profile.Capabilities.Interactive ? terminal.Messages.Status().StartAsync(what, context => work(context)) : work(null);

    // The framework's Progress<T> posts to another thread, and the last word could come after the end.
    private sealed class Now<T>(Action<T> say) : IProgress<T>
    {
        public void Report(T value) => say(value);
    }
}
