using System.Globalization;

namespace Complaints.Samples.Agent;

/// <summary>
/// The addresses of the sample's homes, as registers keep them and as people type them into the case system. They follow from the home's
/// number alone, so that they take nothing from the other streams of chance.
/// </summary>
internal static class AgentAddresses
{
    // No such streets exist in W99, which does not exist either.
    private static readonly string[] s_names =
        ["Larkfield", "Lockside", "St John's", "Tannery", "Riverside", "Bellmount", "Orchard", "Granary", "Hopfield", "Juniper", "Foundry"];

    private static readonly (string InFull, string Short)[] s_kinds =
        [("Road", "Rd"), ("Street", "St"), ("Gardens", "Gdns"), ("Avenue", "Ave"), ("Terrace", "Ter"), ("Close", "Cl")];

    /// <summary>The address in a register, whose postcode stands apart: every block has a street and a number of its own.</summary>
    public static string InRegister(int block, int? flat) => Text(block, flat, isShort: false);

    /// <summary>The address in the case system, in one of the ways of those who type it; null where nobody did.</summary>
    public static string? AsTyped(AgentHome home)
    {
        string full = home.Address;
        string brief = Text(home.BlockNumber, home.Flat, isShort: true);
        return ((unchecked((uint)home.Number * 2_654_435_761u) >> 20) % 10) switch
        {
            0 => null,
            1 => brief,
            2 => $"{full}, London",
            3 => $"{brief.ToUpperInvariant()} LONDON {home.Postcode}",
            4 => $"{full.Replace(",", "", StringComparison.Ordinal)}, {home.Postcode.Replace(" ", "", StringComparison.Ordinal)}",
            5 or 6 => $"{brief}, London, {home.Postcode}",
            _ => $"{full}, {home.Postcode}",
        };
    }

    private static string Text(int block, int? flat, bool isShort)
    {
        string name = s_names[block % s_names.Length];
        (string full, string brief) = s_kinds[block / s_names.Length % s_kinds.Length];
        string number = (1 + (block / (s_names.Length * s_kinds.Length))).ToString(CultureInfo.InvariantCulture);
        string street = $"{number} {name} {(isShort ? brief : full)}";
        return flat is int of ? string.Create(CultureInfo.InvariantCulture, $"{(isShort ? "Apt" : "Flat")} {of}, {street}") : street;
    }
}
