using System.Globalization;
using Complaints.Cli.CommandLine;
using Complaints.Etl.Loading;
using Spectre.Console;

namespace Complaints.Cli.Views;

/// <summary>A progress bar on standard error where that is a terminal, and silence where it is not.</summary>
internal static class LoadProgressBar
{
    public static async Task<T> RunAsync<T>(Terminal terminal, Func<IProgress<LoadProgress>?, Task<T>> work)
    {
        if (!terminal.Messages.Profile.Capabilities.Interactive)
        {
            return await work(null).ConfigureAwait(false);
        }

        return await terminal.Messages.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context => work(new Bar(context.AddTask("Loading")))).ConfigureAwait(false);
    }

    private sealed class Bar(ProgressTask task) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value)
        {
            task.Description = value.FileName.Length == 0
                ? Word(value.Phase)
                : string.Create(CultureInfo.InvariantCulture, $"{Word(value.Phase)} {value.FileName.EscapeMarkup()} ({value.FileNumber}/{value.FileCount})");
            task.IsIndeterminate = value.TotalRows is null;
            if (value.TotalRows is long total)
            {
                task.MaxValue = Math.Max(1, total);
                task.Value = value.Rows;
            }
        }

        private static string Word(LoadPhase phase) => phase switch
        {
            LoadPhase.Scanning => "Looking through",
            LoadPhase.Loading => "Reading",
            LoadPhase.Merging => "Comparing",
            _ => "Checking and publishing",
        };
    }
}
