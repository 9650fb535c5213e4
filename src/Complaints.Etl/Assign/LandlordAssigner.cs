using Complaints.Domain.Homes;
using Complaints.Etl.Conform;
using Complaints.Etl.Conform.Rules;
using Complaints.Etl.Mapping;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Assign;

/// <summary>
/// Tells whose a row is. Through the home: by its identifier as it stands, then normalised, then by its UPRN; what matches none or
/// several landlords goes to the worklist. There is no default landlord. An address suggests homes, and assigns by what a person accepted
/// for it alone.
/// </summary>
internal sealed class LandlordAssigner : ILandlordAssigner
{
    private readonly CellReader _cells;
    private readonly LandlordSource? _source;
    private readonly BoundField? _code;
    private readonly BoundField? _identifier;
    private readonly BoundField? _uprn;
    private readonly BoundField? _address;
    private readonly BoundField? _postcode;
    private readonly BoundField? _unusedUprn;
    private readonly HomeIndex _homes;
    private readonly IReadOnlySet<LandlordCode> _known;
    private readonly ReviewedFile? _review;
    private readonly Suggestions _suggestions;
    private readonly List<LandlordCode> _possible;
    private IReadOnlyList<WorklistCandidate> _worklist = [];
    private Assignment? _assigned;
    private Assignment? _earlier;
    private (string? Identifier, Uprn? Uprn)? _home;
    private bool _undated;
    private bool _isByAddress;

    internal LandlordAssigner(
        MappingBinding binding,
        CellReader cells,
        HomeIndex homes,
        IReadOnlySet<LandlordCode> known,
        IReadOnlySet<LandlordCode> anybody,
        ReviewedFile? review)
    {
        _cells = cells;
        _source = binding.Mapping.Landlord;
        bool through = _source is { ThroughProperty: true };
        _code = through ? null : binding.LandlordColumn ?? binding.Field("landlord_code");
        _identifier = through ? binding.LandlordColumn : null;
        _uprn = through ? binding.UprnColumn ?? binding.Field("uprn") : null;
        _address = binding.AddressColumn;
        _postcode = binding.PostcodeColumn;
        _unusedUprn = through || binding.Mapping.Target == LoadTarget.Property ? null : binding.Field("uprn");
        _homes = homes;
        _known = known;
        _review = review;
        _suggestions = new Suggestions(homes, _source?.Allocator ?? binding.Mapping.System);
        _possible = _source is { Candidates.Count: > 0 }
            ? [.. _source.Candidates.Select(LandlordCode.Parse)]
            : [.. homes.Landlords.Union(anybody).OrderBy(landlord => landlord.Value, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Whose figures the row last assigned could belong to: its suggestions where it went to the worklist, else its landlord. None means
    /// anybody's. A home can change hands: where the row's day is in doubt, it could be of whoever owned its home on any day.
    /// </summary>
    public IReadOnlyList<WorklistCandidate> Candidates(bool dayIsKnown)
    {
        IReadOnlyList<WorklistCandidate> found = _worklist.Count > 0 ? WithEarlier()
            : _assigned is Assignment its ? [new WorklistCandidate(its.Landlord, its.PropertyId, null, 1m, "the row is this landlord's")]
            : [.. Possible().Select(landlord => new WorklistCandidate(landlord, null, null, 0m, "the row can be this landlord's"))];
        return found.Count == 0 || dayIsKnown ? found : With(found, Owners(), "the row's home was this landlord's on another day, and its day is in doubt");
    }

    /// <summary>The landlord that the row last assigned names, whether it was loaded or not; null where none could be read.</summary>
    public LandlordCode? Stated { get; private set; }

    /// <summary>Forgets the row before.</summary>
    public void Begin()
    {
        _worklist = [];
        _assigned = null;
        _earlier = null;
        _home = null;
        _undated = false;
        _isByAddress = false;
        Stated = null;
    }

    /// <summary>Assigns the row on a day. A row with both stages asks once for each.</summary>
    /// <returns>The assignment, or null with a fault in the scope.</returns>
    public Assignment? Assign(RowInHand scope, DateOnly? day)
    {
        _earlier = _assigned;
        return _assigned = _source is { ThroughProperty: true } ? ThroughHome(scope, day) : Direct(scope);
    }

    // Held back for its second stage, the row is still its first stage's landlord's too.
    private IReadOnlyList<WorklistCandidate> WithEarlier() =>
        _earlier is null ? _worklist : With(_worklist, [_earlier.Landlord], "the row's stage 1 is this landlord's");

    private static IReadOnlyList<WorklistCandidate> With(
        IReadOnlyList<WorklistCandidate> found,
        IEnumerable<LandlordCode> others,
        string why) =>
    [
        .. found,
        .. others.Where(landlord => found.All(candidate => candidate.LandlordCode != landlord))
            .Select(landlord => new WorklistCandidate(landlord, null, null, 0m, why)),
    ];

    private IReadOnlyList<LandlordCode> Owners() =>
        _home is var (identifier, uprn) ? _homes.OwnersOnAnyDay(_source!.Allocator!, identifier, uprn?.Value) : [];

    // A row that was not read, or whose day was not, still says something by its mapping or by its home.
    private IEnumerable<LandlordCode> Possible()
    {
        if (_undated && Owners() is { Count: > 0 } owners)
        {
            return owners;
        }

        return _source is { Value: string only } ? [LandlordCode.Parse(only)] : _source?.Candidates.Select(LandlordCode.Parse) ?? [];
    }

    private Assignment? Direct(RowInHand scope)
    {
        // The landlord is known without it, yet a column of numbers that are none should not pass unseen.
        if (UprnReading.Read(_cells, scope, _unusedUprn) is { Text: not null, Uprn: null })
        {
            scope.Corrected(RuleCatalogue.BadUprn);
        }

        LandlordCode? code = Stated = _code is null ? LandlordCode.Parse(_source!.Value) : _cells.Landlord(scope, _code);
        if (code is not LandlordCode landlord)
        {
            if (scope.Faults.All(fault => fault.Rule != RuleCatalogue.UnknownLandlord))
            {
                scope.Fault(RuleCatalogue.UnknownLandlord, _code?.Column, null, "the landlord's code", "fill it in at its source");
            }

            return null;
        }

        if (_known.Contains(landlord))
        {
            return new Assignment(landlord, null, null, null, LandlordAssignment.Direct);
        }

        scope.Fault(
            RuleCatalogue.UnknownLandlord,
            _code?.Column ?? "landlord",
            landlord.Value,
            "a landlord that was loaded",
            "load the landlord first, or put its file before this one in the load set");
        return null;
    }

    private Assignment? ThroughHome(RowInHand scope, DateOnly? day)
    {
        string? identifier = _cells.Text(scope, _identifier);
        (Uprn? uprn, bool uprnFault) = ReadUprn(scope, identifier is not null);
        _home = (identifier, uprn);
        if (day is not DateOnly date)
        {
            _undated = true;
            return null;
        }

        if (identifier is null && uprn is null)
        {
            return uprnFault ? null : ByAddress(scope, date);
        }

        Assignment? found = ByHome(scope, identifier, uprn, date);
        _review?.Met(_source!.Allocator!, identifier, uprn, scope.Row.Line, date, found, _homes);
        return found;
    }

    // A row with an address alone: it is looked up among what people decided, and nowhere else.
    private Assignment? ByAddress(RowInHand scope, DateOnly day)
    {
        string allocator = _source!.Allocator!;
        HomeAddress? address = ReadAddress(scope);
        _isByAddress = address is not null;
        List<HomeVersion> accepted = address is null ? [] : _homes.ByReview(allocator, address, day);
        Assignment? found = accepted.Count == 0
            ? Unmatched(scope, null, null, day)
            : Decide(scope, address!.ToString(), null, accepted, [], LandlordAssignment.Reviewed);
        _review?.Met(allocator, address?.ToString(), null, scope.Row.Line, day, found, _homes);
        return found;
    }

    private HomeAddress? ReadAddress(RowInHand scope) =>
        HomeAddress.TryParse(_cells.Evidence(scope, _address), _cells.Evidence(scope, _postcode), out HomeAddress? address)
            ? address
            : null;

    private Assignment? ByHome(RowInHand scope, string? identifier, Uprn? uprn, DateOnly day)
    {
        string allocator = _source!.Allocator!;
        bool reviewed = false;
        List<HomeVersion> byIdentifier = identifier is null ? [] : _homes.ByIdentifier(allocator, identifier, day, out reviewed);
        LandlordAssignment how = reviewed ? LandlordAssignment.Reviewed : LandlordAssignment.Exact;
        if (byIdentifier.Count == 0 && identifier is not null)
        {
            byIdentifier = _homes.ByNormalised(allocator, identifier, day, out reviewed);
            how = reviewed ? LandlordAssignment.Reviewed : LandlordAssignment.Normalised;
        }

        List<HomeVersion> byUprn = uprn is Uprn accepted ? _homes.ByReview(allocator, accepted, day) : [];
        if (byUprn.Count > 0)
        {
            how = LandlordAssignment.Reviewed;
        }
        else if (uprn is Uprn number)
        {
            byUprn = _homes.ByUprn(number.Value, day);
            how = byIdentifier.Count > 0 ? how : LandlordAssignment.Uprn;
        }

        return byIdentifier.Count == 0 && byUprn.Count == 0
            ? Unmatched(scope, identifier, uprn, day)
            : Decide(scope, identifier, uprn, byIdentifier, byUprn, how);
    }

    // What a person accepted for the identifier does not outweigh a UPRN that says otherwise: the row itself contradicts it.
    private Assignment? Decide(
        RowInHand scope,
        string? identifier,
        Uprn? uprn,
        List<HomeVersion> byIdentifier,
        List<HomeVersion> byUprn,
        LandlordAssignment how)
    {
        List<HomeVersion> homes = byIdentifier.Count > 0 ? byIdentifier : byUprn;
        if (!Agree(homes, byUprn))
        {
            Ambiguous(scope, identifier, uprn, byIdentifier, byUprn, how == LandlordAssignment.Reviewed);
            return null;
        }

        if (how == LandlordAssignment.Uprn)
        {
            scope.Corrected(RuleCatalogue.MatchByUprn);
        }
        else if (how == LandlordAssignment.Normalised)
        {
            scope.Corrected(RuleCatalogue.NormaliseIdentifier);
        }

        HomeVersion home = homes[0];
        bool unknown = identifier is not null && byIdentifier.Count == 0;
        return new Assignment(home.Landlord, home.StockType, home.TenureCode, homes.Count == 1 ? home.PropertyId : null, how)
        {
            Unknown = new UnknownHome(unknown ? _source!.Allocator : null, unknown ? identifier : null, byUprn.Count == 0 ? uprn : null),
        };
    }

    // One landlord by either way, and one stock type. Where homes of several types share a UPRN, the identifier tells which of them it is.
    private static bool Agree(List<HomeVersion> homes, List<HomeVersion> byUprn)
    {
        HomeVersion first = homes[0];
        foreach (HomeVersion home in homes)
        {
            if (home.Landlord != first.Landlord || home.StockType != first.StockType)
            {
                return false;
            }
        }

        bool meet = false;
        bool otherType = false;
        foreach (HomeVersion home in byUprn)
        {
            if (home.Landlord != first.Landlord)
            {
                return false;
            }

            otherType |= home.StockType != first.StockType;
            meet |= homes.Exists(named => named.PropertyId == home.PropertyId);
        }

        return meet || !otherType;
    }

    private (Uprn? Uprn, bool Fault) ReadUprn(RowInHand scope, bool hasIdentifier)
    {
        UprnReading reading = UprnReading.Read(_cells, scope, _uprn);
        if (reading.Fault == UprnFault.None || reading.Uprn is not null)
        {
            return (reading.Uprn, false);
        }

        if (reading.Fault == UprnFault.ScientificNotation || !hasIdentifier)
        {
            scope.Fault(reading.AsFault(_uprn!));
            return (null, true);
        }

        scope.Corrected(RuleCatalogue.BadUprn);
        return (null, false);
    }

    private void Ambiguous(
        RowInHand scope,
        string? identifier,
        Uprn? uprn,
        List<HomeVersion> byIdentifier,
        List<HomeVersion> byUprn,
        bool reviewed)
    {
        List<HomeVersion> homes = [.. byIdentifier.Concat(byUprn).DistinctBy(home => home.PropertyId)];
        bool contradicts = byIdentifier.Count > 0 && byUprn.Count > 0 && Agree(byIdentifier, []);
        string accepted = reviewed ? "accepted " : "";
        _worklist =
        [
            .. homes.Take(Complaints.Domain.Limits.WorklistSuggestions).Select(home => new WorklistCandidate(
                home.Landlord,
                home.PropertyId,
                home.Reference,
                decimal.Round(1m / homes.Count, 4),
                !contradicts ? "the identifier or the UPRN of the row stands for this home"
                    : byIdentifier.Contains(home) ? $"the {accepted}identifier stands for this home, which contradicts the row's UPRN"
                    : $"the row's UPRN stands for this home, which contradicts the {accepted}identifier")),
        ];

        // The homes shown are few; whose figures lack the row are all whose home it could be.
        _worklist = With(_worklist, homes.Select(home => home.Landlord).Distinct(), "one of the homes that the row stands for is this landlord's");
        bool oneLandlord = homes.TrueForAll(home => home.Landlord == homes[0].Landlord);
        scope.Fault(
            RuleCatalogue.LandlordAmbiguous,
            Column(identifier),
            identifier ?? uprn?.ToString(),
            "identifiers that stand for homes of one landlord and one stock type",
            contradicts
                ? $"the {accepted}identifier stands for a home of {Owners(byIdentifier, oneLandlord)}, the UPRN {uprn} for one of {Owners(byUprn, oneLandlord)}: correct the one that is wrong, or accept one home for both in a reviewed file, with a line for each"
                : $"it stands for homes of {Owners(homes, oneLandlord)}: correct the cross-reference, or accept one home in a reviewed file");
    }

    // Of one landlord, it is the stock types that contradict each other.
    private static string Owners(List<HomeVersion> homes, bool oneLandlord) => string.Join(
        ", ", homes.Select(home => oneLandlord ? $"{home.Landlord} ({StockTypes.Code(home.StockType)})" : home.Landlord.Value).Distinct());

    private Assignment? Unmatched(RowInHand scope, string? identifier, Uprn? uprn, DateOnly day)
    {
        HomeAddress? address = ReadAddress(scope);
        _worklist = _suggestions.For(identifier, uprn, address, day, _possible);
        string best = _worklist switch
        {
            [{ PropertyReference: string reference, Score: >= Complaints.Domain.Limits.WorklistPrefill } first, ..] =>
                $" (perhaps {reference} of {first.LandlordCode.Value}: {first.Why})",
            [{ PropertyReference: not null }, ..] => "; the worklist tells what speaks for homes, too little for any",
            _ => "",
        };
        scope.Fault(
            RuleCatalogue.LandlordUnmatched,
            Column(identifier),
            identifier ?? uprn?.ToString() ?? address?.ToString(),
            FormattableString.Invariant($"an identifier of '{_source!.Allocator}' or a UPRN that a register holds on {day:yyyy-MM-dd}"),
            $"add it to the cross-reference, or accept a home in a reviewed file{best}");
        return null;
    }

    private string? Column(string? identifier) =>
        _isByAddress ? _address!.Column
        : (identifier is null ? _uprn?.Column ?? _identifier?.Column : _identifier?.Column) ?? _address?.Column;
}
