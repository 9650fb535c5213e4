using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Complaints.Domain.Errors;

namespace Complaints.Cli.CommandLine;

/// <summary>What is wrong with a command line, in words that name neither our types nor the parser's.</summary>
internal static class UsageErrors
{
    private static readonly char[] s_breaks = ['\r', '\n', '\t', ' '];

    /// <summary>The error of a command line that could not be read at all.</summary>
    public static UsageException Unreadable { get; } = new(
        "A value of the command line holds a NUL character, which no name of a file and no text of ours can.",
        expected: "values without one",
        fix: "look where the value comes from: a variable, or a file of arguments that was named with @");

    /// <summary>The errors of a command line, the one that explains the others first.</summary>
    public static IEnumerable<UsageException> Of(ParseResult parsed)
    {
        string fix = $"see '{string.Join(' ', Path(parsed.CommandResult))} --help'";
        if (parsed.UnmatchedTokens is [string unknown, ..])
        {
            // Whatever else the parser says, such as that a command is missing, comes of this.
            yield return Unknown(parsed.CommandResult, unknown, fix);
            yield break;
        }

        foreach (ParseError error in parsed.Errors)
        {
            yield return Of(error, fix);
        }
    }

    private static UsageException Unknown(CommandResult under, string word, string fix)
    {
        string command = string.Join(' ', Path(under));
        return word.StartsWith('-')
            ? new UsageException($"'{command}' has no option '{word}'.", expected: List(Options(under)), fix: fix)
            : under.Command.Subcommands.Count > 0
                ? new UsageException(
                    $"There is no command '{command} {word}'.", expected: List(under.Command.Subcommands.Select(sub => sub.Name)), fix: fix)
                : new UsageException($"'{command}' does not know what to do with '{word}'.", expected: "one value an option; a list's items have commas between them", fix: fix);
    }

    private static UsageException Of(ParseError error, string fix)
    {
        Option? option = (error.SymbolResult as OptionResult ?? error.SymbolResult?.Parent as OptionResult)?.Option;
        string? value = error.SymbolResult?.Tokens is [Token token, ..] ? token.Value : null;
        return option is not null
            && value is not null
            && IsWholeNumber(option.ValueType)
            && !long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            ? new UsageException($"'{value}' is not a whole number.", option.Name, "a whole number such as 5", fix)
            : new UsageException(
                string.Join(' ', error.Message.Split(s_breaks, StringSplitOptions.RemoveEmptyEntries)), option?.Name, fix: fix);
    }

    private static bool IsWholeNumber(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is Type number && (number == typeof(int) || number == typeof(long));

    private static IEnumerable<string> Options(CommandResult under)
    {
        for (SymbolResult? result = under; result is not null; result = result.Parent)
        {
            if (result is CommandResult { Command: Command command })
            {
                foreach (Option option in command.Options.Where(option => !option.Hidden && (result == under || option.Recursive)))
                {
                    yield return option.Name;
                }
            }
        }
    }

    private static string List(IEnumerable<string> words) => string.Join(", ", words);

    private static Stack<string> Path(CommandResult under)
    {
        Stack<string> names = new();
        for (SymbolResult? result = under; result is not null; result = result.Parent)
        {
            if (result is CommandResult command)
            {
                names.Push(command.Command is RootCommand ? "complaints" : command.Command.Name);
            }
        }

        return names;
    }
}
