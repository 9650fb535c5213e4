using System.Text;

namespace Complaints.Etl.Assign.LandlordNames;

/// <summary>
/// The forms in which names of landlords are compared. Two names that share one need not be of one landlord: the index decides.
/// </summary>
internal sealed class NameForms
{
    // What a name says of its kind of body and not of which body it is. A name of such words alone names nobody.
    private static readonly HashSet<string> s_generic = new(StringComparer.Ordinal)
    {
        "housing", "homes", "home", "association", "associations", "society", "trust", "group", "council", "community", "communities", "co",
        "operative", "cooperative", "partnership", "charity", "of", "and", "for",
    };

    private static readonly string[] s_association = ["housing", "association"];

    private static readonly (string End, string Body)[] s_ends = [("housing association", "association"), ("group", "group")];

    private NameForms(string text)
    {
        Exact = text;
        string[] words = [.. Words(text).Where(word => word is not ("ltd" or "limited" or "the"))];
        words = [.. words.SelectMany(IEnumerable<string> (word) => word == "ha" ? s_association : [word])];
        Plain = string.Join(' ', words);
        Parts = words;
        (Short, Body) = Shortened(Plain);
        (Place, IsCounty) = CouncilName.PlaceOf(words);
    }

    /// <summary>The name as it stands.</summary>
    internal string Exact { get; }

    /// <summary>Its words in small letters, without Ltd, Limited and The; empty where it has no others.</summary>
    internal string Plain { get; }

    /// <summary>The words of <see cref="Plain"/>.</summary>
    internal IReadOnlyList<string> Parts { get; }

    /// <summary>Without Group or Housing Association at its end; null where nothing is left that tells one body from others.</summary>
    internal string? Short { get; }

    /// <summary>What was at its end: "group", "association", both or nothing. Two that differ are two bodies.</summary>
    internal string Body { get; }

    /// <summary>The place of a council; null where it is none.</summary>
    internal string? Place { get; }

    /// <summary>Whether a council is a county's: a city and the county around it can share their place's name.</summary>
    internal bool IsCounty { get; }

    /// <summary>Whether a word tells one body from others.</summary>
    internal static bool Tells(string word) => word.Length > 1 && !s_generic.Contains(word);

    internal static NameForms Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new NameForms(text.Trim());
    }

    private static (string? Short, string Body) Shortened(string plain)
    {
        string body = "";
        string rest = plain;
        for (bool found = true; found;)
        {
            found = false;
            foreach ((string end, string which) in s_ends)
            {
                if (rest.EndsWith(end, StringComparison.Ordinal) && (rest.Length == end.Length || rest[^(end.Length + 1)] == ' '))
                {
                    rest = rest[..^end.Length].TrimEnd();
                    body = body.Length == 0 ? which : $"{which} {body}";
                    found = true;
                }
            }
        }

        return rest.Split(' ').Any(Tells) ? (rest, body) : (null, body);
    }

    // Letters and digits make words; an apostrophe or a point inside one joins it, and all else parts two.
    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (char c in text.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (c is not ('\'' or '\u2019' or '\u2018' or '`' or '.'))
            {
                if (word.Length > 0)
                {
                    yield return word.ToString();
                    word.Clear();
                }

                if (c == '&')
                {
                    yield return "and";
                }
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }
}
