using System.Text;

namespace Complaints.Etl.Extract.Text;

/// <summary>
/// Chooses the encoding of a text file. Every choice decodes strictly: a byte that has no meaning is an error, never a "?".
/// </summary>
internal static class EncodingChoice
{
    internal const string Utf8 = "utf-8";
    internal const string Utf16Little = "utf-16le";
    internal const string Utf16Big = "utf-16be";
    internal const string Windows1252 = "windows-1252";

    internal static IReadOnlyList<string> Names { get; } = [Utf8, Utf16Little, Utf16Big, Windows1252];

    /// <exception cref="Complaints.Domain.Errors.UserException">The bytes are no text, or not text in the encoding asked for.</exception>
    internal static (string Name, int MarkBytes) Choose(string path, TextFacts facts, string? asked)
    {
        (string? marked, int markBytes) = Mark(path, facts.Head);
        if (marked is not null && asked is not null && marked != asked)
        {
            throw Refusal.Of(
                path,
                $"The file begins with the mark of {marked}, the mapping says {asked}.",
                "the encoding of the mark",
                "remove 'encoding' from the mapping's source, or correct it");
        }

        string name = asked ?? marked ?? Detect(path, facts);
        Check(path, facts, name);
        return (name, markBytes);
    }

    internal static Encoding Strict(string name) => name switch
    {
        Utf8 => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
        Utf16Little => new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true),
        Utf16Big => new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true),
        _ => Windows(),
    };

    internal static Encoding Windows() => CodePagesEncodingProvider.Instance.GetEncoding(
        1252,
        EncoderFallback.ExceptionFallback,
        DecoderFallback.ExceptionFallback)!;

    /// <summary>The encoding that a byte order mark names, and the mark's length; null and 0 without one.</summary>
    internal static (string? Name, int Bytes) Mark(string path, ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) || head.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
        {
            throw Unknown(path, "The file is UTF-32 text.");
        }

        return head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? (Utf8, 3)
            : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? (Utf16Little, 2)
            : head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? (Utf16Big, 2)
            : (null, 0);
    }

    private static string Detect(string path, TextFacts facts)
    {
        if (facts.FirstNulLine > 0)
        {
            return DetectUtf16(path, facts);
        }

        if (facts.IsUtf8 || facts.EndsInsideCharacter)
        {
            return Utf8;
        }

        return !facts.HasUndefined1252 && !facts.HasControls
            ? Windows1252
            : throw Unknown(
                path,
                FormattableString.Invariant($"The file is not text in a known encoding: a byte on line {facts.FirstBadLine} is not UTF-8, and others are not Windows-1252."));
    }

    // Western text in UTF-16 has a NUL in every other byte; a few NULs, or NULs on both sides, are something else.
    private static string DetectUtf16(string path, TextFacts facts)
    {
        long half = facts.Bytes / 2;
        bool little = facts.OddNuls > half * 3 / 10 && facts.EvenNuls < half / 20;
        bool big = facts.EvenNuls > half * 3 / 10 && facts.OddNuls < half / 20;
        return little ? Utf16Little
            : big ? Utf16Big
            : throw NulBytes(path, facts);
    }

    private static void Check(string path, TextFacts facts, string name)
    {
        bool wide = name is Utf16Little or Utf16Big;
        if (wide && facts.Bytes % 2 != 0)
        {
            throw Refusal.Truncated(path, $"{name} has two bytes a character, and the file has an odd number of bytes");
        }

        if (!wide && facts.FirstNulLine > 0)
        {
            throw NulBytes(path, facts);
        }

        if (name == Utf8 && facts.EndsInsideCharacter)
        {
            throw Refusal.Truncated(path, "it ends in the middle of a UTF-8 character");
        }

        if (name == Utf8 && !facts.IsUtf8)
        {
            throw Refusal.At(
                path,
                facts.FirstBadLine,
                "A byte is not UTF-8, although the file or the mapping says it is.",
                "UTF-8",
                "export it again as UTF-8, or set 'encoding' in the mapping's source to windows-1252");
        }
    }

    private static Complaints.Domain.Errors.UserException NulBytes(string path, TextFacts facts) => Refusal.At(
        path,
        facts.FirstNulLine,
        FormattableString.Invariant($"The file holds {facts.EvenNuls + facts.OddNuls:N0} NUL bytes: it is not a text table, or it is damaged."),
        "text in UTF-8, UTF-16 or Windows-1252",
        "export it again; a file padded with NULs was not written to its end");

    private static Complaints.Domain.Errors.UserException Unknown(string path, string what) => Refusal.Of(
        path,
        what,
        "text in UTF-8, UTF-16 or Windows-1252; or an XLSX or Parquet file",
        "export it as 'CSV UTF-8'");
}
