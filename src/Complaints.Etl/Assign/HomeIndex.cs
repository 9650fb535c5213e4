using Complaints.Domain.Homes;

namespace Complaints.Etl.Assign;

/// <summary>The homes and identifiers that are current, for finding the home of a row.</summary>
/// <remarks>Every row of an extract asks, so the usual case, one home in one version, is answered without making anything.</remarks>
internal sealed class HomeIndex
{
    private readonly Dictionary<string, AllocatorIndex> _allocators = new(StringComparer.Ordinal);
    private readonly Dictionary<long, List<HomeVersion>> _byUprn = [];
    private readonly Dictionary<long, List<HomeVersion>> _homes = [];
    private readonly Dictionary<(string Allocator, Uprn Uprn), List<HomeLink>> _reviewed = [];
    private readonly SortedSet<LandlordCode> _landlords = [];
    private AddressIndex? _addresses;

    /// <summary>The landlords that own a home.</summary>
    internal IReadOnlyCollection<LandlordCode> Landlords => _landlords;

    internal void AddHome(HomeVersion home)
    {
        Groups.Add(_homes, home.PropertyId, home);
        _landlords.Add(home.Landlord);
        if (home.Uprn is Uprn uprn)
        {
            Groups.Add(_byUprn, uprn.Value, home);
        }

        _addresses = null;

        // A register's own reference is an identifier given out by its allocator.
        AddLink(home.Allocator, home.Reference, new HomeLink(home.PropertyId, home.ValidFrom, home.ValidTo, Decision: null));
    }

    internal void AddLink(string allocator, string identifier, HomeLink link)
    {
        if (!_allocators.TryGetValue(allocator, out AllocatorIndex? index))
        {
            _allocators[allocator] = index = new AllocatorIndex();
        }

        index.Add(identifier, link);
        if (link.Reviewed && !IsWords(identifier) && Uprn.TryParse(identifier, out Uprn uprn, out _))
        {
            Groups.Add(_reviewed, (allocator, uprn), link);
        }
    }

    internal List<HomeVersion> ByIdentifier(string allocator, string identifier, DateOnly day, out bool reviewed) =>
        Homes(_allocators.TryGetValue(allocator, out AllocatorIndex? index) ? index.Exact(identifier) : [], day, out reviewed);

    internal List<HomeVersion> ByNormalised(string allocator, string identifier, DateOnly day, out bool reviewed) =>
        Homes(_allocators.TryGetValue(allocator, out AllocatorIndex? index) ? index.Normalised(identifier) : [], day, out reviewed);

    internal List<HomeVersion> ByUprn(long uprn, DateOnly day) =>
        _byUprn.TryGetValue(uprn, out List<HomeVersion>? homes) ? ValidOn(homes, day) : [];

    /// <summary>
    /// The landlords that owned, at any time, a home with the identifier (else in the allocator's form), or one with the UPRN.
    /// </summary>
    internal IReadOnlyList<LandlordCode> OwnersOnAnyDay(string allocator, string? identifier, long? uprn)
    {
        List<HomeLink> links = [];
        if (identifier is not null && _allocators.TryGetValue(allocator, out AllocatorIndex? index))
        {
            links = index.Exact(identifier) is { Count: > 0 } exact ? exact : index.Normalised(identifier);
        }

        return
        [
            .. links.SelectMany(link => Versions(link.PropertyId))
                .Concat(uprn is long number ? AnyDay(number) : [])
                .Select(home => home.Landlord)
                .Distinct(),
        ];
    }

    /// <summary>The homes that a person accepted for a UPRN in the place of an identifier.</summary>
    internal List<HomeVersion> ByReview(string allocator, Uprn uprn, DateOnly day) =>
        _reviewed.Count > 0 && _reviewed.TryGetValue((allocator, uprn), out List<HomeLink>? links)
            ? Homes(links, day, out _)
            : [];

    /// <summary>The homes that a person accepted for an address in the place of an identifier.</summary>
    internal List<HomeVersion> ByReview(string allocator, HomeAddress address, DateOnly day) =>
        _allocators.TryGetValue(allocator, out AllocatorIndex? index)
            ? Homes(index.Exact(address.ToString()).FindAll(link => link.Reviewed), day, out _)
            : [];

    /// <summary>
    /// The homes that have an address on any day, each as it is on all its days, and whether the postcode or the town is theirs too.
    /// </summary>
    internal IEnumerable<(HomeVersion Home, bool ByPostcode, bool ByTown)> ByAddress(HomeAddress address) => Addresses.Find(address)
        .SelectMany(found => Versions(found.PropertyId).Select(home => (home, found.ByPostcode, found.ByTown)));

    /// <summary>The homes whose address goes on after the whole of this one.</summary>
    internal IEnumerable<HomeVersion> LongerAddresses(HomeAddress address) => Addresses.Longer(address).SelectMany(Versions);

    /// <summary>A home as it is on a day; null where it is on no register then.</summary>
    internal HomeVersion? OnDay(long propertyId, DateOnly day) => Versions(propertyId).Find(home => home.IsValidOn(day));

    /// <summary>Whether another decision on the same identifier stands on a day in the place of this one's home.</summary>
    internal bool IsReplaced(string allocator, string identifier, DateOnly day, string propertyAllocator, string propertyReference)
    {
        if (!_allocators.TryGetValue(allocator, out AllocatorIndex? index))
        {
            return false;
        }

        List<HomeLink> standing = Standing(index.Exact(identifier).FindAll(link => link.Reviewed && link.IsValidOn(day)));
        return standing.Count > 0 && !standing.Exists(link => Versions(link.PropertyId).Exists(
            home => home.Allocator == propertyAllocator && home.Reference == propertyReference));
    }

    /// <summary>What an identifier stands for on any day, in the times in which it does.</summary>
    internal IEnumerable<HomeVersion> AnyDay(string allocator, string identifier)
    {
        if (!_allocators.TryGetValue(allocator, out AllocatorIndex? index))
        {
            return [];
        }

        List<HomeLink> links = index.Exact(identifier) is { Count: > 0 } exact ? exact : index.Normalised(identifier);
        return links
            .SelectMany(link => Versions(link.PropertyId).Select(home => home with
            {
                ValidFrom = home.ValidFrom > link.ValidFrom ? home.ValidFrom : link.ValidFrom,
                ValidTo = home.ValidTo < link.ValidTo ? home.ValidTo : link.ValidTo,
            }))
            .Where(home => home.ValidFrom < home.ValidTo)
            .Distinct();
    }

    /// <summary>The homes of a UPRN on any day.</summary>
    internal IEnumerable<HomeVersion> AnyDay(long uprn) => _byUprn.GetValueOrDefault(uprn) ?? [];

    /// <summary>All identifiers that an allocator gave out, as they stand.</summary>
    internal IReadOnlyCollection<string> Identifiers(string allocator) =>
        _allocators.TryGetValue(allocator, out AllocatorIndex? index) ? index.Identifiers : [];

    private AddressIndex Addresses => _addresses ??= new AddressIndex(_homes.Values.SelectMany(versions => versions));

    // "12 High Street" is no UPRN of 12; "UPRN 100023336956" is one.
    private static bool IsWords(string identifier) =>
        identifier.Any(char.IsLetter) && !identifier.AsSpan().TrimStart().StartsWith("UPRN", StringComparison.OrdinalIgnoreCase);

    private List<HomeVersion> Versions(long propertyId) => _homes.GetValueOrDefault(propertyId) ?? [];

    // What a person accepted for an identifier outweighs what registers say of it.
    private List<HomeVersion> Homes(List<HomeLink> links, DateOnly day, out bool reviewed)
    {
        if (links.Count == 1)
        {
            bool valid = links[0].IsValidOn(day);
            reviewed = valid && links[0].Reviewed;
            return valid && _homes.TryGetValue(links[0].PropertyId, out List<HomeVersion>? versions) ? ValidOn(versions, day) : [];
        }

        List<HomeLink> current = links.FindAll(link => link.IsValidOn(day));
        List<HomeLink> accepted = Standing(current.FindAll(link => link.Reviewed));
        reviewed = accepted.Count > 0;
        return
        [
            .. (reviewed ? accepted : current)
                .SelectMany(link => Versions(link.PropertyId))
                .Where(home => home.IsValidOn(day))
                .DistinctBy(home => home.PropertyId),
        ];
    }

    // A decision can be put right: the last one on an identifier stands on the days that it covers.
    private static List<HomeLink> Standing(List<HomeLink> accepted) => accepted.Count < 2
        ? accepted
        : [.. accepted
            .GroupBy(link => link.Decision!.Identifier, StringComparer.Ordinal)
            .SelectMany(decided => decided
                .GroupBy(link => (link.Decision!.AcceptedOn, link.Decision.Load))
                .MaxBy(together => together.Key)!)];

    private static List<HomeVersion> ValidOn(List<HomeVersion> homes, DateOnly day) =>
        homes.Count == 1
            ? homes[0].IsValidOn(day) ? homes : []
            : [.. homes.Where(home => home.IsValidOn(day)).DistinctBy(home => home.PropertyId)];
}

/// <summary>An identifier that stands for a home for a time.</summary>
/// <param name="PropertyId">The home.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidTo">First day after.</param>
/// <param name="Decision">The decision by which a person accepted it; null for what a register says.</param>
internal readonly record struct HomeLink(long PropertyId, DateOnly ValidFrom, DateOnly ValidTo, HomeDecision? Decision)
{
    /// <summary>Whether a person accepted it.</summary>
    internal bool Reviewed => Decision is not null;

    internal bool IsValidOn(DateOnly day) => day >= ValidFrom && day < ValidTo;
}
