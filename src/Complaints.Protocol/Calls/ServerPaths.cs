using System.Text.RegularExpressions;

namespace Complaints.Protocol.Calls;

/// <summary>
/// Takes the server's own paths out of an error before it travels: the command line and the service share their errors, and a caller
/// elsewhere can do nothing with a path but learn of the machine. The service's log keeps it.
/// </summary>
internal static partial class ServerPaths
{
    private const string Hidden = "a file or folder of the service";

    /// <summary>The text without paths.</summary>
    internal static string Hide(string? text) => text is null
        ? ""
        : Bare().Replace(Quoted().Replace(Rooted().Replace(text, Hidden), $"'{Hidden}'"), Hidden);

    // A part that is a path, with whatever stands behind it in its line: such a path may hold blanks. In a text of several lines the part
    // stands behind its word.
    [GeneratedRegex(
        @"(?:(?<=^[ \t]*(?:where|expected|fix):[ \t]*)|^[ \t]*)(?:/[^/\s]|[A-Za-z]:[\\/]|\\\\).*$",
        RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Rooted();

    [GeneratedRegex(@"'(?:/[^/']|[A-Za-z]:[\\/]|\\\\)[^']*'", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    // Not the slash of "and/or", of an address such as http://127.0.0.1:5210, or of a year such as 2024/25.
    [GeneratedRegex(
        @"(?<![\w./:\\-])(?:(?:/[^\s/'"",;:()]+){2,}/?|[A-Za-z]:\\[^\s'"",;()]+|\\\\[^\s'"",;()]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();
}
