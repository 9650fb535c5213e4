using Complaints.Escalation.Cases;
using System.Collections.Frozen;
using System.Globalization;

namespace Complaints.Escalation.Features;

/// <summary>Numbers and codes as a sentence has them.</summary>
internal static class Words
{
    private const string Working = "working day";

    /// <summary>A number with its noun, "1 promise", "2 remedies".</summary>
    public static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? noun : Plural(noun))}");

    /// <summary>"1 working day", "14 working days".</summary>
    public static string Days(int number) => Count(number, Working);

    /// <summary>A whole percentage, half up.</summary>
    public static int Percent(int part, int all) => (int)decimal.Round(100m * part / all, MidpointRounding.AwayFromZero);

    /// <summary>
    /// A code as part of a sentence: "Repairs > Damp and mould" is "repairs: damp and mould", "Other > Other" is "other". An abbreviation keeps
    /// its capitals.
    /// </summary>
    public static string Of(string code) => string.Join(": ", code.Replace('_', ' ').Split(" > ").Select(Lower).Distinct(StringComparer.Ordinal));

    private static string Lower(string text) =>
        text.Length > 1 && char.IsUpper(text[0]) && !char.IsUpper(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    private static string Plural(string noun) => noun.EndsWith("dy", StringComparison.Ordinal) ? noun[..^1] + "ies" : noun + "s";
}

/// <summary>
/// Tenures in words. The codes are those of the built-in list (docs/domain.md §6.3). A landlord's own code is not told: the same letters mean
/// different things in different systems, and its stock type would say less than what the score was moved by.
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
