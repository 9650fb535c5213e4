using System.CommandLine;
using Complaints.Domain.Access;
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

    /// <summary>The option of every command that can ask a running service instead of opening the warehouse.</summary>
    public Option<string?> Service { get; } = new("--service")
    {
        Description = "Ask a running service instead, e.g. http://127.0.0.1:5210.",
        HelpName = "ADDRESS",
    };

    /// <summary>Whose view a command shows; a service decides by its own means who asks.</summary>
    public Option<string?> Role { get; } = OptionText.WordOption<Role>(
        "--role", "Show what somebody with this role sees; else everything. Viewers and the sector see no case and no small count.");

    /// <summary>The landlords of that somebody.</summary>
    public Option<string[]> Scope { get; } = new("--scope")
    {
        Description = "Codes of the landlords that this somebody may see, comma separated; else all.",
        HelpName = "LIST",
    };

    /// <summary>The option that names a file with measures of one's own.</summary>
    /// <param name="description">What the command does with it.</param>
    public static Option<FileInfo?> Catalogue(string description) => new("--catalogue") { Description = description, HelpName = "FILE" };

    /// <summary>The option every command that prints figures or lists takes.</summary>
    public static Option<OutputFormat> Format() => Format("table for people; json or csv for machines, alone on standard output.", "table", "json", "csv");

    /// <summary>The option of every command whose answer has no one line a row, so that it is not written as CSV.</summary>
    public static Option<OutputFormat> FormatWithoutCsv() => Format("table for people; json for machines, alone on standard output.", "table", "json");

    public WarehouseLocation Location(ParseResult parsed) => WarehouseLocation.Parse(
        parsed.GetValue(Warehouse) ?? Environment.GetEnvironmentVariable(WarehouseVariable) ?? DefaultWarehouse);

    private static Option<OutputFormat> Format(string description, params string[] words)
    {
        Option<OutputFormat> format = new("--format", "-f") { Description = description, DefaultValueFactory = _ => OutputFormat.Table };
        format.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, words);
        return format;
    }
}
