using System.Text.RegularExpressions;

namespace Complaints.Architecture.Tests;

/// <summary>One C# file, by its path from the root of the checkout.</summary>
internal sealed partial class SourceFile(string path)
{
    private string[]? lines;
    private HashSet<string>? words;

    public string Path { get; } = path;

    public string[] Lines => lines ??= File.ReadAllLines(Repository.Absolute(Path));

    /// <summary>The words of its code, comments left out.</summary>
    public HashSet<string> Words => words ??= WordsOf(Lines);

    public static HashSet<string> WordsOf(IEnumerable<string> code) =>
        [.. code.Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            .SelectMany(line => Word().Matches(line)).Select(match => match.Value)];

    /// <summary>The lines that a pattern matches, as <c>path:line: text</c>.</summary>
    public IEnumerable<string> Matches(Regex pattern, string complaint) =>
        Lines.Select((text, index) => (text, number: index + 1))
            .Where(line => pattern.IsMatch(line.text))
            .Select(line => $"{Path}:{line.number}: {complaint}: {line.text.Trim()}");

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
