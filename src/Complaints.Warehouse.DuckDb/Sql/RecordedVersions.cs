using System.Globalization;
using System.Text.RegularExpressions;

namespace Complaints.Warehouse.DuckDb.Sql;

/// <summary>
/// What "current" and "as known at a load" mean, written once: a version is recorded from one load to another, and one that stands has the
/// largest number there is as its end. SQL files say <c>{{current s}}</c>, <c>{{known s at $load}}</c> and <c>{{still}}</c>; without a
/// name, <c>{{current}}</c> and <c>{{known at $load}}</c>.
/// </summary>
internal static partial class RecordedVersions
{
    /// <summary>The end of a version that stands.</summary>
    public static string Still { get; } = int.MaxValue.ToString(CultureInfo.InvariantCulture);

    /// <summary>The condition that a row of a table is its current version.</summary>
    public static string Current(string table) => $"{Of(table)}recorded_to_load = {Still}";

    /// <summary>The condition that a row of a table is the version known after a load.</summary>
    public static string KnownAt(string table, string load) => $"{Of(table)}recorded_from_load <= {load} AND {Of(table)}recorded_to_load > {load}";

    /// <summary>A file's text with these words put into SQL.</summary>
    public static string Render(string text) => Words().Replace(text, match =>
        match.Groups["load"].Success ? KnownAt(match.Groups["table"].Value, match.Groups["load"].Value)
        : match.Groups["current"].Success ? Current(match.Groups["table"].Value)
        : Still);

    private static string Of(string table) => table.Length == 0 ? "" : table + ".";

    [GeneratedRegex(
        @"\{\{(?:still|(?<current>current)(?: (?<table>\w+))?|known(?: (?<table>\w+))? at (?<load>[^{}]+))\}\}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
