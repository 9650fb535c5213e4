using System.Globalization;
using Complaints.Cli.CommandLine;
using Complaints.Etl.Loading;
using Spectre.Console;

namespace Complaints.Cli.Views;

/// <summary>A progress bar on standard error where that is a terminal, and a line for every ten seconds where it is not.</summary>
internal static class LoadProgressBar
{
    public static async Task<T> RunAsync<T>(Terminal terminal, TimeProvider clock, Func<IProgress<LoadProgress>?, Task<T>> work)
    {
        if (!terminal.Messages.Profile.Capabilities.Interactive)
        {
            return await RiskProgress.ShowAsync(terminal, "Loading", say => work(new Lines(say)), clock).ConfigureAwait(false);
        }

        return await terminal.Messages.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context => work(new Bar(context.AddTask("Loading")))).ConfigureAwait(false);
    }

    private static string Words(LoadProgress value) => value.FileName.Length == 0
        ? Word(value.Phase)
        : string.Create(CultureInfo.InvariantCulture, $"{Word(value.Phase)} {value.FileName} ({value.FileNumber}/{value.FileCount})");

    private static string Word(LoadPhase phase) => phase switch
    {
        LoadPhase.Scanning => "Looking through",
        LoadPhase.Loading => "Reading",
        LoadPhase.Merging => "Comparing",
        _ => "Checking and publishing",
    };

    private sealed class Lines(Action<string> say) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value) => say(value.TotalRows is null
            ? Words(value)
            : string.Create(CultureInfo.InvariantCulture, $"{Words(value)}: {value.Rows:N0} of {value.TotalRows:N0} rows"));
    }

    private sealed class Bar(ProgressTask task) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value)
        {
            task.Description = Words(value).EscapeMarkup();
            task.IsIndeterminate = value.TotalRows is null;
            if (value.TotalRows is long total)
            {
                task.MaxValue = Math.Max(1, total);
                task.Value = value.Rows;
            }
        }
    }
}
