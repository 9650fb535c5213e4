using System.CommandLine;
using Complaints.Cli.Commands;
using Spectre.Console;

namespace Complaints.Cli.CommandLine;

/// <summary>The <c>complaints</c> command: its tree, and how every run ends in an exit code.</summary>
internal static class ComplaintsApplication
{
    public static async Task<int> RunAsync(string[] args, Terminal terminal, TimeProvider clock, CancellationToken stop = default)
    {
        CommonOptions common = new();
        ParseResult parsed = Root(common, terminal, clock).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            ErrorView.Usage(terminal, parsed);
            return ExitCode.Usage;
        }

        InvocationConfiguration configuration = new() { EnableDefaultExceptionHandler = false, Output = terminal.Out };
        return await ErrorView.GuardAsync(
            terminal, parsed.GetValue(common.Verbose), () => parsed.InvokeAsync(configuration, stop)).ConfigureAwait(false);
    }

    private static RootCommand Root(CommonOptions common, Terminal terminal, TimeProvider clock)
    {
        RootCommand root = new("Counts, explains and publishes how social landlords handle complaints.")
        {
            DemoCommand.Create(common, terminal, clock),
            GenerateCommand.Create(terminal),
            MigrateCommand.Create(common, terminal, clock),
            LoadCommand.Create(common, terminal, clock),
            MappingCommand.Create(terminal),
            QuarantineCommand.Create(common, terminal, clock),
            WorklistCommand.Create(common, terminal, clock),
            QueryCommand.Create(common, terminal, clock),
            ComparatorsCommand.Create(common, terminal, clock),
            MeasuresCommand.Create(terminal),
            RiskCommand.Create(common, terminal, clock),
            ServeCommand.Create(common, terminal, clock),
        };
        root.Add(common.Warehouse);
        root.Add(common.Verbose);
        return root;
    }
}

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
        new(Console.Out, For(Console.Out, Console.IsOutputRedirected), For(Console.Error, Console.IsErrorRedirected));

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

        return console;
    }
}
