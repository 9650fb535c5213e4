using System.CommandLine;
using System.Globalization;
using Complaints.Cli.Views;
using Complaints.Domain.Errors;
using Complaints.Warehouse;

namespace Complaints.Cli.CommandLine;

/// <summary>Options that several commands share, with one meaning everywhere.</summary>
internal sealed class CommonOptions
{
    public const string WarehouseVariable = "COMPLAINTS_WAREHOUSE";
    private const string DefaultWarehouse = "./warehouse";

    public Option<string?> Warehouse { get; } = new("--warehouse", "-w")
    {
        Description = $"The warehouse folder. Else ${WarehouseVariable}, else {DefaultWarehouse}.",
        HelpName = "FOLDER",
        Recursive = true,
    };

    public Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "Show where an error of ours came from.",
        Recursive = true,
    };

    /// <summary>The option every command that prints figures or lists takes.</summary>
    public static Option<OutputFormat> Format() => Format("table for people; json or csv for machines, alone on standard output.", "table", "json", "csv");

    /// <summary>The option of every command whose answer has no one line a row, so that it is not written as CSV.</summary>
    public static Option<OutputFormat> FormatWithoutCsv() => Format("table for people; json for machines, alone on standard output.", "table", "json");

    /// <summary>The option of every command that can ask a running service instead of opening the warehouse.</summary>
    public static Option<string?> Service() => new("--service") { Description = "Ask a running service instead, e.g. http://127.0.0.1:5210.", HelpName = "ADDRESS" };

    public WarehouseLocation Location(ParseResult parsed) => WarehouseLocation.Parse(
        parsed.GetValue(Warehouse) ?? Environment.GetEnvironmentVariable(WarehouseVariable) ?? DefaultWarehouse);

    private static Option<OutputFormat> Format(string description, params string[] words)
    {
        Option<OutputFormat> format = new("--format", "-f") { Description = description, DefaultValueFactory = _ => OutputFormat.Table };
        format.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, words);
        return format;
    }
}

/// <summary>How a result is written.</summary>
internal enum OutputFormat
{
    /// <summary>A table for people.</summary>
    Table,

    /// <summary>A JSON array.</summary>
    Json,

    /// <summary>RFC 4180 with a header.</summary>
    Csv,
}

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
