using Complaints.Cli.CommandLine;
using Complaints.Cli.Views;
using Spectre.Console;

namespace Complaints.Cli.Tests.Views;

public sealed class RiskProgressTests
{
    [Fact]
    public async Task A_long_run_says_how_far_it_is_where_there_is_no_terminal()
    {
        using StringWriter text = new();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(text),
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        TenSecondClock clock = new();
        int answer = await RiskProgress.ShowAsync(
            new Terminal(TextWriter.Null, console, console),
            "Training",
            say =>
            {
                clock.Pass();
                say("Judging 2024-03");
                clock.Pass();
                return Task.FromResult(7);
            },
            clock);
        Assert.Equal(7, answer);
        Assert.Equal(
            ["Training … 10 s", "Judging 2024-03 … 20 s"], text.ToString().Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Each step is ten seconds, and the timer rings at its end.</summary>
    private sealed class TenSecondClock : TimeProvider
    {
        private long _seconds;
        private Action? _ring;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _seconds;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Assert.Equal(RiskProgress.Pause, dueTime);
            _ring = () => callback(state);
            return new Rung();
        }

        public void Pass()
        {
            _seconds += 10;
            _ring!();
        }
    }

    private sealed class Rung : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
