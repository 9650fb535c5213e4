using Spectre.Console;

namespace Complaints.Cli.CommandLine;

/// <summary>
/// Where a command writes: machine output goes to <see cref="Out"/> alone; progress, messages and errors to
/// <see cref="Messages"/>, so that a pipe never receives a progress bar.
/// </summary>
/// <param name="Out">Standard output.</param>
/// <param name="Display">Standard output for people: tables that fit the window.</param>
/// <param name="Messages">Standard error, with colours and progress bars where it is a terminal.</param>
internal sealed record Terminal(TextWriter Out, IAnsiConsole Display, IAnsiConsole Messages)
{
    private const int WidthOfAPipe = 160;

    /// <summary>A line to be copied: never wrapped, because a shell takes a wrapped command for two.</summary>
    public void Copyable(string line)
    {
        Display.Profile.Out.Writer.Flush();
        Out.WriteLine(line);
    }

    public static Terminal System() =>
        To(Console.Out, Console.IsOutputRedirected, Console.Error, Console.IsErrorRedirected);

    /// <summary>Over two writers, each a pipe's or a window's.</summary>
    internal static Terminal To(TextWriter output, bool outputRedirected, TextWriter messages, bool messagesRedirected) =>
        new(new VisibleWriter(output), For(output, outputRedirected), For(messages, messagesRedirected));

    private static IAnsiConsole For(TextWriter writer, bool redirected)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = redirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (redirected)
        {
            console.Profile.Width = WidthOfAPipe;
        }

        console.Pipeline.Attach(new VisibleSegments());
        return console;
    }
}
