using System.Diagnostics.CodeAnalysis;

namespace Complaints.Domain.Homes;

/// <summary>
/// A postcode of the United Kingdom, such as "W2 1AA" or "SW1A 0AA": an outward part of 2 to 4 letters and digits, and an inward part of a
/// digit and two letters. Kept in upper case with one blank between them.
/// </summary>
/// <remarks>
/// It is a postcode by its form; whether it is in use is not looked up. A postcode lies in one post town. <c>default(Postcode)</c> is none.
/// </remarks>
public readonly record struct Postcode
{
    private const int InwardLength = 3;
    private const int Shortest = 5;
    private const int Longest = 7;

    private readonly string? _value;

    private Postcode(string value) => _value = value;

    /// <summary>The postcode with one blank before its inward part.</summary>
    /// <exception cref="InvalidOperationException">The value is <c>default(Postcode)</c>.</exception>
    public string Value => _value ?? throw new InvalidOperationException("A postcode was used before it was set.");

    /// <summary>Reads a postcode; blanks in and around it and the case of its letters do not matter.</summary>
    /// <returns>Whether the text is a whole postcode and nothing else; an outward part alone is none.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Postcode postcode)
    {
        Span<char> kept = stackalloc char[Longest];
        int length = 0;
        foreach (char c in text ?? "")
        {
            if (char.IsWhiteSpace(c))
            {
                continue;
            }

            if (length == Longest || !char.IsAsciiLetterOrDigit(c))
            {
                postcode = default;
                return false;
            }

            kept[length++] = char.ToUpperInvariant(c);
        }

        Span<char> whole = kept[..length];
        bool valid = length >= Shortest && IsOutward(whole[..^InwardLength]) && IsInward(whole[^InwardLength..]);
        postcode = valid ? new Postcode($"{whole[..^InwardLength]} {whole[^InwardLength..]}") : default;
        return valid;
    }

    /// <summary>The postcode; empty for <c>default(Postcode)</c>.</summary>
    public override string ToString() => _value ?? "";

    // A9, A99, A9A, AA9, AA99, AA9A.
    private static bool IsOutward(ReadOnlySpan<char> text)
    {
        int letters = text.Length > 1 && char.IsAsciiLetter(text[1]) ? 2 : 1;
        ReadOnlySpan<char> district = text[letters..];
        return char.IsAsciiLetter(text[0])
            && district.Length is 1 or 2
            && char.IsAsciiDigit(district[0])
            && char.IsAsciiLetterOrDigit(district[^1]);
    }

    private static bool IsInward(ReadOnlySpan<char> text) =>
        char.IsAsciiDigit(text[0]) && char.IsAsciiLetter(text[1]) && char.IsAsciiLetter(text[2]);
}
