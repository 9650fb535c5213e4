using System.Text;
using Complaints.Domain.Text;

namespace Complaints.Domain.Homes;

/// <summary>
/// Reads an address into lines of words: case, marks and the common short forms are made one. Nothing is dropped that a number or
/// a name could be told apart by.
/// </summary>
internal static class AddressReader
{
    private const string Apostrophes = "'\u2018\u2019\u02BC`\u00B4";
    private const string Hyphens = "-\u2010\u2011\u2012\u2013\u2014\u2212";

    /// <summary>The lines, and the postcode that stood at the end.</summary>
    internal static (IReadOnlyList<AddressLine> Lines, Postcode? Postcode) Read(string text)
    {
        string plain = WithoutPostcode(Plain(text), out Postcode? postcode);
        List<AddressLine> lines =
        [
            .. plain.Split(',')
                .Select(line => Words(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
                .Where(words => words.Count > 0)
                .Select(words => new AddressLine(words)),
        ];
        while (lines.Count > 1 && AddressWords.IsCountry(lines[^1].Text))
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return (lines, postcode);
    }

    // Capitals and digits with one blank or comma between them; a comma parts lines.
    private static string Plain(string text)
    {
        string folded = Folded(text);
        var plain = new StringBuilder(folded.Length);
        for (int i = 0; i < folded.Length; i++)
        {
            char c = folded[i];
            if (char.IsLetterOrDigit(c))
            {
                plain.Append(c);
            }
            else if (c == '&')
            {
                plain.Append(" AND ");
            }
            else if (Hyphens.Contains(c))
            {
                // 12-14 is a range; flat 12 - 14 High Street may be flat 12 of number 14; Stoke-on-Trent is three words.
                bool joins = i > 0 && i < folded.Length - 1 && char.IsLetterOrDigit(folded[i - 1]) && char.IsLetterOrDigit(folded[i + 1]);
                plain.Append(!joins ? ',' : BeginsWithDigit(plain) ? '-' : ' ');
            }
            else if (c is '/' or '\u2044' or '\u2215')
            {
                // 3/12 is flat 3 of number 12 in one town and flat 12 of number 3 in another, so it stays what it is.
                plain.Append(" / ");
            }
            else if (c == '.' && i > 0 && i < folded.Length - 1 && char.IsDigit(folded[i - 1]) && char.IsDigit(folded[i + 1]))
            {
                plain.Append(c);
            }
            else if (!Apostrophes.Contains(c))
            {
                plain.Append(c is ',' or ';' or ':' or '|' or '(' or ')' ? ',' : ' ');
            }
        }

        return plain.ToString();
    }

    // Capitals; what cannot be seen is a blank, and a new line is a comma.
    private static string Folded(string text) =>
        VisibleText.OfParts(text.Replace('\n', ',').Replace('\r', ',')).ToUpperInvariant();

    // Whether the word that ends here begins with a digit.
    private static bool BeginsWithDigit(StringBuilder text)
    {
        int start = text.Length;
        while (start > 0 && text[start - 1] is not (' ' or ','))
        {
            start--;
        }

        return start < text.Length && char.IsAsciiDigit(text[start]);
    }

    private static string WithoutPostcode(string plain, out Postcode? postcode)
    {
        string text = plain.TrimEnd(' ', ',', '.');
        int inward = text.LastIndexOfAny([' ', ',']) + 1;
        int outward = text.AsSpan(0, inward).TrimEnd([' ', ',']).LastIndexOfAny(' ', ',') + 1;
        foreach (int start in (int[])[inward, outward])
        {
            if (Postcode.TryParse(text[start..].Replace(',', ' '), out Postcode found))
            {
                postcode = found;
                return text[..start];
            }
        }

        postcode = null;
        return text;
    }

    private static List<string> Words(string[] parts)
    {
        var words = new List<string>(parts.Length);
        for (int i = 0; i < parts.Length; i++)
        {
            string word = Number(parts[i]) ?? AddressWords.InFull(parts[i]);
            bool numbers = i < parts.Length - 1 && char.IsAsciiDigit(parts[i + 1][0]);
            if (parts[i] is "NO" or "NUMBER" && numbers)
            {
                continue;
            }

            if (words.Count > 0 && IsSuffix(words[^1], word, i < parts.Length - 1 ? AddressWords.InFull(parts[i + 1]) : null))
            {
                words[^1] += word;
                continue;
            }

            words.Add(word == AddressWords.SaintOrStreet ? SaintOrStreet(words, i == parts.Length - 1) : word);
        }

        return words;
    }

    // 007 is 7; 0 is 0.
    private static string? Number(string word)
    {
        if (!char.IsAsciiDigit(word[0]))
        {
            return null;
        }

        int zeros = 0;
        while (zeros < word.Length - 1 && word[zeros] == '0' && char.IsAsciiDigit(word[zeros + 1]))
        {
            zeros++;
        }

        return word[zeros..];
    }

    // "12 A High Street" is number 12A; "12 N Road" is as likely North Road, and "3 A Block" is block A.
    private static bool IsSuffix(string number, string letter, string? following) =>
        letter.Length == 1
        && char.IsAsciiLetter(letter[0])
        && letter[0] is not ('N' or 'E' or 'S' or 'W')
        && number.All(char.IsAsciiDigit)
        && (following is null || !AddressWords.IsBuilding(following));

    // St at the end of a line is a street, before its name a saint; between two names it may be either.
    private static string SaintOrStreet(List<string> before, bool isLast)
    {
        bool named = before.Exists(word => char.IsLetter(word[0]) && !AddressWords.IsPart(word));
        return named == isLast ? named ? "STREET" : "SAINT" : AddressWords.SaintOrStreet;
    }
}
