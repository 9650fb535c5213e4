using System.Collections.Frozen;

namespace Complaints.Domain.Homes;

/// <summary>The words of addresses that are written in several ways, and those that say what a line of an address is.</summary>
internal static class AddressWords
{
    /// <summary>How a saint and a street are both shortened; which of them it is shows by its place.</summary>
    internal const string SaintOrStreet = "ST";

    /// <summary>A self-contained home in a building.</summary>
    internal const string Flat = "FLAT";

    // A unit is not a flat: unit 3 of 12 High Street may be the shop below flat 3.
    private static readonly FrozenDictionary<string, string> s_long = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["APARTMENT"] = Flat, ["APT"] = Flat, ["APPT"] = Flat, ["FLT"] = Flat,
        ["AV"] = "AVENUE", ["AVE"] = "AVENUE", ["BLDG"] = "BUILDING", ["BLDGS"] = "BUILDINGS", ["BLK"] = "BLOCK", ["CL"] = "CLOSE",
        ["CLS"] = "CLOSE", ["CRES"] = "CRESCENT", ["CRESC"] = "CRESCENT", ["CRT"] = "COURT", ["CT"] = "COURT", ["DR"] = "DRIVE",
        ["EST"] = "ESTATE", ["GDNS"] = "GARDENS", ["GRV"] = "GROVE", ["HSE"] = "HOUSE", ["HTS"] = "HEIGHTS", ["LA"] = "LANE",
        ["LN"] = "LANE", ["MANS"] = "MANSIONS", ["PDE"] = "PARADE", ["PK"] = "PARK", ["PL"] = "PLACE", ["RD"] = "ROAD", ["SQ"] = "SQUARE",
        ["TCE"] = "TERRACE", ["TER"] = "TERRACE", ["TERR"] = "TERRACE", ["WLK"] = "WALK", ["WY"] = "WAY",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_streets = FrozenSet.Create(
        StringComparer.Ordinal,
        "ALLEY", "APPROACH", "AVENUE", "BOULEVARD", "CIRCUS", "CLOSE", "COURT", "CRESCENT", "DRIVE", "EMBANKMENT", "GARDENS", "GATE",
        "GREEN", "GROVE", "HILL", "LANE", "MEWS", "PARADE", "PARK", "PASSAGE", "PATH", "PLACE", "QUAY", "RISE", "ROAD", "ROW", "SQUARE",
        "STREET", "TERRACE", "VIEW", "WALK", "WAY", "WHARF", "YARD");

    private static readonly FrozenSet<string> s_buildings = FrozenSet.Create(
        StringComparer.Ordinal,
        "APARTMENTS", "BLOCK", "BUILDING", "BUILDINGS", "COTTAGE", "COTTAGES", "COURT", "ESTATE", "FLATS", "HALL", "HEIGHTS", "HOUSE",
        "LODGE", "MANSIONS", "POINT", "TOWER", "TOWERS", "VILLA", "VILLAS", "WING");

    private static readonly FrozenSet<string> s_further = FrozenSet.Create(
        StringComparer.Ordinal,
        "ANNEX", "ANNEXE", "BACK", "BOTTOM", "CENTRAL", "EAST", "END", "EXTENSION", "FRONT", "LOWER", "MIDDLE", "NEW", "NORTH", "OLD",
        "REAR", "SIDE", "SOUTH", "TOP", "UPPER", "WEST");

    private static readonly FrozenSet<string> s_parts = FrozenSet.Create(
        StringComparer.Ordinal, Flat, "BEDSIT", "BUNGALOW", "MAISONETTE", "ROOM", "STUDIO", "UNIT");

    private static readonly FrozenSet<string> s_countries = FrozenSet.Create(
        StringComparer.Ordinal, "ENGLAND", "GREAT BRITAIN", "UK", "UNITED KINGDOM");

    /// <summary>The word in full; the word itself where it has one form.</summary>
    internal static string InFull(string word) => s_long.GetValueOrDefault(word, word);

    /// <summary>Whether a line that ends so is a street.</summary>
    internal static bool IsStreet(string word) => s_streets.Contains(word);

    /// <summary>Whether a line that ends so is a building or a group of them.</summary>
    internal static bool IsBuilding(string word) => s_buildings.Contains(word);

    /// <summary>Whether it can go on the name of a street: High Street North, Mill Lane End.</summary>
    internal static bool GoesOn(string word) => s_further.Contains(word);

    /// <summary>Whether it names a part of a building, whose number or letter follows.</summary>
    internal static bool IsPart(string word) => s_parts.Contains(word);

    /// <summary>Whether a line is a country, which tells no two homes apart.</summary>
    internal static bool IsCountry(string line) => s_countries.Contains(line);
}
