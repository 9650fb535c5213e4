using System.Collections.Frozen;

namespace Complaints.Escalation.Features;

/// <summary>
/// Tenures in words. The codes are those of the built-in list (docs/domain.md §6.3). A landlord's own code is not told: the same letters
/// mean different things in different systems, and its stock type would say less than what the score was moved by.
/// </summary>
internal static class TenureWords
{
    private static readonly FrozenDictionary<string, string> s_tenures = new Dictionary<string, string>
    {
        ["SEC"] = "secure tenancy",
        ["INT"] = "introductory tenancy",
        ["NON"] = "non-secure tenancy",
        ["DEC"] = "temporary decant",
        ["SHO"] = "shared ownership",
        ["SSE"] = "shared equity",
        ["RTM"] = "rent to mortgage",
        ["LEA"] = "leasehold",
        ["LHS"] = "fully staircased leasehold",
        ["SPS"] = "privately sold leasehold",
        ["SLL"] = "short-life lease",
        ["FRE"] = "freehold",
        ["FRS"] = "freehold",
        ["COM"] = "commercial letting",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>A tenure code in words; null where the code is not of the built-in list.</summary>
    public static string? Of(string tenure) => s_tenures.GetValueOrDefault(tenure.Trim());

    /// <summary>A stock type in words.</summary>
    public static string? StockType(string? stockType) => stockType switch
    {
        "LCRA" => "low cost rented home",
        "LCHO" => "low cost home ownership",
        "NEITHER" => "neither low cost rented nor low cost home ownership",
        _ => null,
    };
}
