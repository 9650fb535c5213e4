using Complaints.Domain;
using Complaints.Domain.Homes;
using Complaints.Domain.Text;
using Complaints.Etl.Conform.Values;

namespace Complaints.Etl.Assign;

/// <summary>
/// Gathers what speaks for homes that a row which matched none could mean. How near two identifiers are is no evidence: where they are
/// sequential, the one beside it is another home's.
/// </summary>
internal sealed class HomeEvidence(HomeIndex homes, string allocator)
{
    private Dictionary<ulong, List<string>>? _likeWritten;

    /// <summary>All evidence on the homes of a row, the same home several times where several things speak for it.</summary>
    internal IReadOnlyList<Evidence> For(string? identifier, Uprn? uprn, HomeAddress? address, DateOnly day)
    {
        List<(string Named, HomeVersion Home)> known =
        [
            .. identifier is null ? [] : homes.AnyDay(allocator, identifier).Select(home => (identifier, home)),
            .. uprn is not Uprn number ? [] : homes.AnyDay(number.Value).Select(home => (number.ToString(), home)),
        ];
        List<Evidence> found =
        [
            .. known.SelectMany(ended => Successors(ended.Named, ended.Home, day)),
            .. address is null ? [] : ByAddress(address, day),
            .. NotValid(known, day),
        ];
        if (found.Count == 0 && identifier is not null)
        {
            found.AddRange(LikeWritten(identifier, day));
        }

        return [.. found.Select(evidence => Weighed(evidence, address))];
    }

    // Whatever became of a home that ended, its number and its address stay.
    private IEnumerable<Evidence> Successors(string named, HomeVersion ended, DateOnly day)
    {
        string what = $"'{named}' stands for {ended.Reference}, which is {ended.NotValidOn(day)}";
        List<HomeVersion> byUprn = ended.Uprn is Uprn uprn ? homes.ByUprn(uprn.Value, day) : [];
        List<HomeVersion> byAddress = ended.ReadAddress() is HomeAddress address
            ? [.. homes.ByAddress(address).Where(found => found.ByPostcode && found.Home.IsValidOn(day)).Select(found => found.Home)]
            : [];
        return Of(byUprn, "UPRN").Concat(Of(byAddress, "address"));

        // A number or an address that several homes have, as those of a block can, tells none of them.
        IEnumerable<Evidence> Of(List<HomeVersion> found, string shared) => found
            .Where(home => home.PropertyId != ended.PropertyId)
            .Select(home => new Evidence(
                home,
                found.Count == 1 ? Confidences.Successor : Confidences.Contradicted,
                $"{what}; {home.Reference} has the same {shared} and is valid on the day"));
    }

    private IEnumerable<Evidence> ByAddress(HomeAddress address, DateOnly day)
    {
        List<(HomeVersion Home, bool ByPostcode, bool ByTown)> all = [.. homes.ByAddress(address)];
        List<(HomeVersion Home, bool ByPostcode, bool ByTown)> valid = [.. all.Where(found => found.Home.IsValidOn(day))];
        HashSet<long> standing = [.. valid.Select(found => found.Home.PropertyId)];

        // Without a postcode, the address may be the beginning of another home's, in a town of which it says nothing.
        List<HomeVersion> longer = address.Postcode is not null || valid.Count == 0 ? []
            : [.. homes.LongerAddresses(address).Where(home => home.IsValidOn(day) && standing.Add(home.PropertyId))];
        int landlords = valid.Select(found => found.Home.Landlord).Concat(longer.Select(home => home.Landlord)).Distinct().Count();
        string shared = landlords > 1 ? FormattableString.Invariant($"; homes of {landlords} landlords have it") : "";
        return
        [
            .. valid.Select(found => new Evidence(
                found.Home,
                Confidence(found.ByPostcode, found.ByTown) / landlords,
                (found.ByPostcode ? "it has the row's address and postcode"
                    : found.ByTown ? "it has the row's address and town, with no postcode to compare"
                    : "it has the row's address, with no postcode or town to compare") + shared)),
            .. longer.Where(_ => landlords > 1).Select(home => new Evidence(
                home, Confidences.AddressAlone / landlords, "its address begins as the row's, which has no postcode" + shared)),
            .. all.Where(found => !standing.Contains(found.Home.PropertyId))
                .OrderBy(found => found.Home.DaysFrom(day))
                .DistinctBy(found => found.Home.PropertyId)
                .Select(found => new Evidence(
                    found.Home,
                    found.ByPostcode || found.ByTown ? Confidences.NotValid : Confidences.NotValid * Confidences.AddressAlone,
                    $"it has the row's address, but is {found.Home.NotValidOn(day)}")),
        ];
    }

    private static decimal Confidence(bool byPostcode, bool byTown) =>
        byPostcode ? Confidences.AddressAndPostcode : byTown ? Confidences.AddressAndTown : Confidences.AddressAlone;

    // Its dates are what to look at; of several, those of the nearest first. Where only the identifier has ended, the home stands.
    private IEnumerable<Evidence> NotValid(List<(string Named, HomeVersion Home)> known, DateOnly day) => known
        .OrderBy(found => found.Home.DaysFrom(day))
        .DistinctBy(found => (found.Home.PropertyId, found.Home.Landlord))
        .Take(Limits.WorklistSuggestions)
        .Select((found, i) => new Evidence(
            homes.OnDay(found.Home.PropertyId, day) ?? found.Home, Confidences.NotValid - (i * 0.0001m), $"'{found.Named}' is known, but {found.Home.NotValidOn(day)}"));

    private IEnumerable<Evidence> LikeWritten(string identifier, DateOnly day)
    {
        _likeWritten ??= Forms();

        // A blank, or a mark that nobody sees, can stand between two numbers or inside one: 7 65 is as likely 7/65 as 765.
        string parted = VisibleText.OfParts(identifier);
        return ((ulong[])[Form(parted), Form(parted.Replace(" ", "", StringComparison.Ordinal))])
            .Distinct()
            .SelectMany(form => _likeWritten.GetValueOrDefault(form) ?? [])
            .SelectMany(other => homes.ByIdentifier(allocator, other, day, out _)
                .Select(home => new Evidence(
                    home, Confidences.LikeWritten, $"'{other}': it differs by capitals, blanks, separators or zeros alone")));
    }

    private Dictionary<ulong, List<string>> Forms()
    {
        var forms = new Dictionary<ulong, List<string>>();
        foreach (string identifier in homes.Identifiers(allocator))
        {
            Groups.Add(forms, Form(identifier), identifier);
        }

        return forms;
    }

    // 1/23 is not 12/3: one separator between two numbers stays.
    private static ulong Form(string identifier) => ReferenceText.FoldedHash(ReferenceText.Form(identifier));

    // A postcode is short and seldom written wrongly; where the row's is another, something is amiss.
    private static Evidence Weighed(Evidence evidence, HomeAddress? address) =>
        address?.Postcode is Postcode own && evidence.Home.ReadAddress()?.Postcode is Postcode its && own != its
            ? evidence with
            {
                Confidence = evidence.Confidence * Confidences.Contradicted,
                Why = evidence.Why + "; its postcode is not the row's",
            }
            : evidence;
}
