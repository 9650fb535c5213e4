using System.Collections.Frozen;

namespace Complaints.Etl.Conform.Values;

/// <summary>
/// What people and systems write where they know no reference. As a reference, such a word would make one resident of all who have it.
/// </summary>
internal static class NothingWords
{
    private const int Longest = 20;

    private static readonly FrozenSet<string> s_words = new[]
    {
        "NA", "NOTAPPLICABLE", "NOTAVAILABLE", "NOTAVAIL", "NONE", "NIL", "NULL", "NAN", "NOTHING", "BLANK", "EMPTY", "MISSING",
        "UNDEFINED", "NOVALUE", "NODATA", "NOREFERENCE", "NOREF", "NORECORD", "NOTKNOWN", "NK", "UNKNOWN", "UNK", "UK", "UNKOWN",
        "UNIDENTIFIED", "NOTIDENTIFIED", "NOTRECORDED", "NOTRECORD", "NR", "NOTGIVEN", "NOTPROVIDED", "NOTSTATED", "NOTSUPPLIED",
        "NOTENTERED", "NOTSET", "NOTFOUND", "NOTSPECIFIED", "UNSPECIFIED", "NOTDISCLOSED", "NOTHELD", "NOTMATCHED", "UNMATCHED",
        "TBC", "TOBECONFIRMED", "TBA", "TOBEADVISED", "TBD", "TOBEDETERMINED", "PENDING", "ANON", "ANONYMOUS", "ANONYMISED",
        "WITHHELD", "REDACTED", "PRIVATE", "CONFIDENTIAL", "VARIOUS", "MULTIPLE", "SEVERAL", "OTHER", "GENERAL", "DEFAULT", "DUMMY",
        "TEST", "NORESIDENT", "NOTENANT", "NOCUSTOMER", "NONTENANT", "NOTATENANT", "NOTARESIDENT", "UNKNOWNRESIDENT",
        "UNKNOWNTENANT", "UNKNOWNCUSTOMER", "UNKNOWNPERSON", "ANONYMOUSRESIDENT", "ANONYMOUSTENANT", "ANONYMOUSCUSTOMER",
        "RESIDENT", "TENANT", "CUSTOMER", "MEMBEROFPUBLIC", "MEMBEROFTHEPUBLIC",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_lookup =
        s_words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a reference is such a word, however it is written, or has nothing but zeros, crosses and marks in it.</summary>
    internal static bool Contain(string reference)
    {
        Span<char> word = stackalloc char[Longest];
        int length = 0;
        bool nothing = true;
        foreach (char c in reference)
        {
            if (!char.IsLetterOrDigit(c))
            {
                continue;
            }

            // What has a digit other than 0 is a reference; most end here at their first or second character.
            if (char.IsDigit(c) && c != '0')
            {
                return false;
            }

            nothing &= c is '0' or 'x' or 'X';
            if (length == Longest)
            {
                return false;
            }

            word[length++] = c;
        }

        return nothing || s_lookup.Contains(word[..length]);
    }
}
