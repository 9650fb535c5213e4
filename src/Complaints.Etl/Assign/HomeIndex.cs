using Complaints.Domain.Homes;
using Complaints.Etl.Conform.Values;

namespace Complaints.Etl.Assign;

/// <summary>The homes and identifiers that are current, for finding the home of a row.</summary>
internal sealed class HomeIndex
{
    private readonly Dictionary<(string Allocator, string Identifier), List<HomeLink>> _exact = [];
    private readonly Dictionary<(string Allocator, string Normalised), List<HomeLink>> _normalised = [];
    private readonly Dictionary<long, List<HomeVersion>> _byUprn = [];
    private readonly Dictionary<long, List<HomeVersion>> _homes = [];
    private readonly Dictionary<string, List<string>> _identifiers = [];
    private readonly SortedSet<LandlordCode> _landlords = [];

    /// <summary>The landlords that own a home.</summary>
    internal IReadOnlyCollection<LandlordCode> Landlords => _landlords;

    internal void AddHome(HomeVersion home, long? uprn)
    {
        Group(_homes, home.PropertyId).Add(home);
        _landlords.Add(home.Landlord);
        if (uprn is long number)
        {
            Group(_byUprn, number).Add(home);
        }

        // A register's own reference is an identifier given out by its allocator.
        AddLink(home.Allocator, home.Reference, new HomeLink(home.PropertyId, home.ValidFrom, home.ValidTo, Reviewed: false));
    }

    internal void AddLink(string allocator, string identifier, HomeLink link)
    {
        List<HomeLink> links = Group(_exact, (allocator, identifier));
        if (links.Count == 0)
        {
            Group(_identifiers, allocator).Add(identifier);
        }

        links.Add(link);
        Group(_normalised, (allocator, IdentifierText.Normalise(identifier))).Add(link);
    }

    internal List<HomeVersion> ByIdentifier(string allocator, string identifier, DateOnly day, out bool reviewed) =>
        Homes(_exact.GetValueOrDefault((allocator, identifier)), day, out reviewed);

    internal List<HomeVersion> ByNormalised(string allocator, string identifier, DateOnly day, out bool reviewed) =>
        IdentifierText.Normalise(identifier) is { Length: > 0 } normalised
            ? Homes(_normalised.GetValueOrDefault((allocator, normalised)), day, out reviewed)
            : Homes(null, day, out reviewed);

    internal List<HomeVersion> ByUprn(long uprn, DateOnly day) =>
        _byUprn.TryGetValue(uprn, out List<HomeVersion>? homes) ? Distinct(homes.Where(home => home.IsValidOn(day))) : [];

    /// <summary>All identifiers that an allocator gave out, as they stand.</summary>
    internal IReadOnlyList<string> Identifiers(string allocator) =>
        _identifiers.TryGetValue(allocator, out List<string>? identifiers) ? identifiers : [];

    // What a person accepted for an identifier outweighs what registers say of it.
    private List<HomeVersion> Homes(List<HomeLink>? links, DateOnly day, out bool reviewed)
    {
        reviewed = false;
        if (links is null)
        {
            return [];
        }

        List<HomeLink> valid = links.FindAll(link => link.IsValidOn(day));
        List<HomeLink> accepted = valid.FindAll(link => link.Reviewed);
        reviewed = accepted.Count > 0;
        return Distinct((reviewed ? accepted : valid)
            .SelectMany(link => _homes.GetValueOrDefault(link.PropertyId) ?? [])
            .Where(home => home.IsValidOn(day)));
    }

    private static List<HomeVersion> Distinct(IEnumerable<HomeVersion> homes) => [.. homes.DistinctBy(home => home.PropertyId)];

    private static List<TItem> Group<TKey, TItem>(Dictionary<TKey, List<TItem>> groups, TKey key)
        where TKey : notnull
    {
        if (!groups.TryGetValue(key, out List<TItem>? group))
        {
            groups[key] = group = [];
        }

        return group;
    }
}
