namespace Complaints.Measures.Comparators;

/// <summary>The rules of a comparator in words: it is printed with them or not at all.</summary>
internal static class ComparatorWords
{
    internal const string Method = "inclusive linear interpolation between landlords";

    internal static string Population(ComparatorQuery query, string stockType)
    {
        List<string> peers = [];
        Add(peers, "type", query.LandlordType);
        Add(peers, "size band", query.SizeBand);
        Add(peers, "region", query.Region);
        if (query.Peers.Count > 0)
        {
            peers.Add($"the set {string.Join(", ", query.Peers.Select(landlord => landlord.Value))}");
        }

        string who = peers.Count == 0 ? "all landlords" : $"landlords of {string.Join(", ", peers)}";
        return $"{who} with a published {stockType} figure for {query.Year}, computed from its numerator and denominator; "
            + "landlords without a figure or with a denominator of zero left out; each landlord counts once, whatever its size";
    }

    internal static string Zeros(ZeroRule rule) => rule == ZeroRule.Keep
        ? "landlords with a value of zero kept"
        : "landlords with a value of zero dropped";

    private static void Add(List<string> peers, string what, string? value)
    {
        if (value is not null)
        {
            peers.Add($"{what} {value}");
        }
    }
}
