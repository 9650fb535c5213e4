using Complaints.Domain;

namespace Complaints.Etl.Conform.Values;

/// <summary>The form in which identifiers of homes are compared.</summary>
public static class IdentifierText
{
    /// <summary>
    /// Upper case, letters and digits alone, without leading zeros: what a spreadsheet, a fixed-width column or a typist changes about an
    /// identifier without meaning to. An identifier of zeros alone stays "0".
    /// </summary>
    public static string Normalise(string identifier)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        Span<char> kept = stackalloc char[Limits.TextCharacters];
        int length = 0;
        bool any = false;
        foreach (char c in identifier)
        {
            bool keep = char.IsLetterOrDigit(c);
            any |= keep;
            if (keep && (length > 0 || c != '0') && length < kept.Length)
            {
                kept[length++] = char.ToUpperInvariant(c);
            }
        }

        return length > 0 ? new string(kept[..length]) : any ? "0" : "";
    }
}
