using Complaints.Cli.CommandLine;
using Complaints.Cli.Views;
using Complaints.Escalation.Monitoring;
using Complaints.Escalation.Training;
using Spectre.Console;

namespace Complaints.Cli.Tests.Views;

public sealed class RiskMonitorViewTests
{
    [Fact]
    public void Why_a_high_index_is_stable_and_a_low_one_is_watched_stands_below_them()
    {
        MonitoringReport report = new(
            "m1",
            new DateOnly(2025, 4, 1),
            new DateOnly(2025, 6, 30),
            50,
            [new StabilityFigure("a", "A feature", 7.193, 8.5, 0, AlarmLevel.Stable)],
            new StabilityFigure("scores", "scores", 0.21, 0.05, 0, AlarmLevel.Watch),
            [],
            null,
            AlarmLevel.Stable);
        using StringWriter text = new();
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(text),
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
            });
        console.Profile.Width = 160;

        RiskMonitorView.Write(new Terminal(text, console, console), report, OutputFormat.Table);

        string shown = string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("within what chance does is stable, however high; above that, 0.10 is watch and 0.25 alarm", shown, StringComparison.Ordinal);
    }
}
