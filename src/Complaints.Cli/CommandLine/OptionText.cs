using System.CommandLine;
using System.Globalization;
using Complaints.Domain.Errors;

namespace Complaints.Cli.CommandLine;

/// <summary>Reads the texts that options of several commands take, with one meaning everywhere.</summary>
internal static class OptionText
{
    /// <summary>The items of comma separated lists; an option may be given several times.</summary>
    public static IEnumerable<string> Items(IEnumerable<string>? lists) => (lists ?? []).SelectMany(Items);

    /// <summary>The items of one comma separated list, without blanks and empty ones.</summary>
    public static string[] Items(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A day; null where none is given.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static DateOnly? Day(string? text, string option)
    {
        if (text is null)
        {
            return null;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw new UsageException($"'{text}' is not a day.", option, "a day such as 2025-06-30", "write year-month-day");
    }

    /// <summary>An option that takes the words by which JSON calls the values of an enumeration.</summary>
    public static Option<string?> WordOption<T>(string name, string description)
        where T : struct, Enum
    {
        Option<string?> option = new(name) { Description = description };
        option.AcceptOnlyFromAmong([.. Enum.GetValues<T>().Select(MachineJson.Word)]);
        return option;
    }

    /// <summary>The value that JSON calls by a word; null for none.</summary>
    public static T? Value<T>(string? word)
        where T : struct, Enum => word is null ? null : Enum.GetValues<T>().Single(value => MachineJson.Word(value) == word);
}
