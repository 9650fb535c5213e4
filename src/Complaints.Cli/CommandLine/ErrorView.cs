using System.CommandLine;
using Complaints.Domain.Errors;
using Complaints.Domain.Text;
using Spectre.Console;

namespace Complaints.Cli.CommandLine;

/// <summary>Turns what went wrong into a message a person can act on, and an exit code a script can.</summary>
internal static class ErrorView
{
    public static async Task<int> GuardAsync(Terminal terminal, bool verbose, Func<Task<int>> run)
    {
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (UsageException exception)
        {
            Show(terminal, exception);
            return ExitCode.Usage;
        }
        catch (UserException exception)
        {
            Show(terminal, exception);
            return ExitCode.Refused;
        }
        catch (Exception exception) when (StorageFault.Of(exception) is { } fault)
        {
            Show(terminal, fault);
            return ExitCode.Refused;
        }
        catch (IOException exception) when (!IsOfTheProgram(exception))
        {
            Show(terminal, new UserException(
                $"A file or folder cannot be used: {exception.Message}",
                expected: "a path that this account can read and write, without links that lead in a circle",
                fix: "check the path, and what stands there",
                inner: exception));
            return ExitCode.Refused;
        }
        catch (OperationCanceledException)
        {
            terminal.Messages.MarkupLine("[yellow]Stopped.[/] Nothing half done was published.");
            return ExitCode.Interrupted;
        }
#pragma warning disable CA1031 // The last line of defence: anything that reaches it is ours to explain.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Ours(terminal, exception, verbose);
            return ExitCode.OurFault;
        }
    }

    // What ships with the program is there, or its installation is broken.
    private static bool IsOfTheProgram(IOException error) =>
        error is FileNotFoundException { FileName: string file }
        && file.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal)
        && !Environment.CurrentDirectory.StartsWith(
            AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar), StringComparison.Ordinal);

    public static void Usage(Terminal terminal, ParseResult parsed)
    {
        foreach (UsageException error in UsageErrors.Of(parsed))
        {
            Show(terminal, error);
        }
    }

    public static void Show(Terminal terminal, UserException exception)
    {
        Line(terminal, "red", "error", exception.What);
        Line(terminal, "grey", "where", exception.Where);
        Line(terminal, "grey", "expected", exception.Expected);
        Line(terminal, "blue", "fix", exception.Fix);
    }

    private static void Ours(Terminal terminal, Exception exception, bool verbose)
    {
        Line(terminal, "red", "error", $"this is a defect of ours, not of your data: {exception.GetType().Name}: {exception.Message}");
        Line(
            terminal, "blue", "fix", verbose ? "report it with what stands below" : "run it again with --verbose and report what it shows");
        if (verbose)
        {
            terminal.Messages.WriteLine(exception.ToString());
        }
    }

    private static void Line(Terminal terminal, string colour, string label, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            terminal.Messages.Profile.Out.Writer.Flush();
            terminal.Messages.Markup($"[{colour}]{label}:[/] ");
            terminal.Messages.Profile.Out.Writer.WriteLine(TerminalText.Of(text));
        }
    }
}
