using System.Text;
using System.Text.RegularExpressions;

namespace Complaints.Protocol.Calls;

/// <summary>
/// Cuts what an error repeats of a request: status and details travel as trailers, of which most clients take 8 KiB and then say nothing of
/// the error.
/// </summary>
internal static partial class WireEcho
{
    /// <summary>A quoted value is repeated up to so many characters.</summary>
    internal const int ValueCharacters = 100;

    /// <summary>A part of an error has at most so many characters.</summary>
    internal const int PartCharacters = 800;

    private const int MessageBytes = 2048;
    private const int EscapedBytes = 3;
    private const string Cut = "…";

    /// <summary>A part of an error as it may travel.</summary>
    internal static string Part(string? text) =>
        Shorten(Quoted().Replace(text ?? "", value => $"'{Shorten(value.Groups[1].Value, ValueCharacters)}'"), PartCharacters);

    /// <summary>The text of a status, which is percent-encoded on the wire.</summary>
    internal static string Message(string text)
    {
        int bytes = 0;
        int characters = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            bytes += rune.Value is >= ' ' and <= '~' and not '%' ? 1 : EscapedBytes * rune.Utf8SequenceLength;
            if (bytes > MessageBytes)
            {
                return Shorten(text, characters);
            }

            characters += rune.Utf16SequenceLength;
        }

        return text;
    }

    private static string Shorten(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        // Half a character would not be text any more.
        int kept = most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return string.Concat(text.AsSpan(0, kept), Cut);
    }

    [GeneratedRegex("'([^']*)'", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
