namespace Complaints.Etl.Assign.LandlordNames;

/// <summary>
/// Councils write their names in many ways: Leeds City Council and City of Leeds, London Borough of Brent and Brent London Borough Council,
/// Wigan MBC and Wigan Council. Each place has one council that owns homes, so the place tells it.
/// </summary>
internal static class CouncilName
{
    private static readonly HashSet<string> s_ranks = new(StringComparer.Ordinal)
    {
        "council", "city", "borough", "district", "county", "metropolitan", "royal", "unitary", "corporation",
    };

    private static readonly HashSet<string> s_ends = new(StringComparer.Ordinal)
    {
        "mbc", "mdc", "bc", "dc", "cc", "lbc", "council", "corporation",
    };

    /// <summary>The place whose council the words of a name, in small letters, name; null where they name no council.</summary>
    internal static (string? Place, bool IsCounty) PlaceOf(IReadOnlyList<string> words)
    {
        if (!IsCouncil(words))
        {
            return (null, false);
        }

        var place = new List<string>();
        for (int i = 0; i < words.Count; i++)
        {
            bool ofLondon = words[i] == "london" && i + 1 < words.Count && words[i + 1] == "borough";
            bool abbreviated = (i == words.Count - 1 && s_ends.Contains(words[i])) || (i == 0 && words[i] is "lb" or "rb");
            if (!ofLondon && !abbreviated && !s_ranks.Contains(words[i]))
            {
                place.Add(words[i]);
            }
        }

        // What is left around the place of "Council of the …", "City of …" and "St Albans City and District".
        while (place.Count > 0 && place[0] is "of" or "and")
        {
            place.RemoveAt(0);
        }

        while (place.Count > 0 && place[^1] is "of" or "and")
        {
            place.RemoveAt(place.Count - 1);
        }

        return place.Count == 0 ? (null, false) : (string.Join(' ', place), words.Contains("county"));
    }

    private static bool IsCouncil(IReadOnlyList<string> words)
    {
        if (words.Count < 2)
        {
            return false;
        }

        string first = words[0];
        return words.Contains("council")
            || s_ends.Contains(words[^1])
            || first is "lb" or "rb"
            || (first is "city" or "borough" && words[1] == "of")
            || (first is "london" or "royal" && words[1] == "borough");
    }
}
