using Complaints.Domain.Homes;
using Complaints.Etl.Assign.LandlordNames;
using Complaints.Etl.Conform;
using Complaints.Etl.Conform.Rules;
using Complaints.Etl.Mapping;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Assign;

/// <summary>
/// Tells whose a row is by the landlord's name, and by its code where the row has one too. A name in doubt goes to the worklist with what
/// it may be; a person decides on it in the mapping. There is no default landlord.
/// </summary>
/// <param name="binding">The mapping and the header.</param>
/// <param name="cells">Reads the cells.</param>
/// <param name="names">The landlords by their names.</param>
/// <param name="known">The landlords loaded.</param>
internal sealed class NameAssigner(
    MappingBinding binding,
    CellReader cells,
    NameIndex names,
    IReadOnlySet<LandlordCode> known) : ILandlordAssigner
{
    private readonly BoundField _name = binding.NameColumn!;
    private readonly BoundField? _code = binding.LandlordColumn;
    private readonly Dictionary<string, LandlordCode> _decided = binding.Mapping.Landlord!.Names.ToDictionary(
        name => name.Key, name => LandlordCode.Parse(name.Value), StringComparer.Ordinal);

    private IReadOnlyList<WorklistCandidate> _worklist = [];
    private Assignment? _assigned;

    /// <inheritdoc/>
    public LandlordCode? Stated { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<WorklistCandidate> Candidates(bool dayIsKnown) =>
        _assigned is Assignment its ? [new WorklistCandidate(its.Landlord, null, null, 1m, "the row is this landlord's")] : _worklist;

    /// <inheritdoc/>
    public void Begin()
    {
        _worklist = [];
        _assigned = null;
        Stated = null;
    }

    /// <inheritdoc/>
    public Assignment? Assign(RowInHand scope, DateOnly? day)
    {
        int before = scope.Faults.Count;
        LandlordCode? code = cells.Landlord(scope, _code);
        string? name = cells.Text(scope, _name);
        if (scope.Faults.Count > before)
        {
            return null;
        }

        NameMatch? match = name is null ? null : Find(name, day);
        LandlordCode? landlord = code ?? match?.Landlord;
        if (code is not null && match is { Landlord: LandlordCode named } && named != code)
        {
            Contradiction(scope, code.Value, name!, named);
        }
        else if (landlord is LandlordCode found && known.Contains(found))
        {
            Note(scope, code is null ? match : null);
            Stated = found;
            _assigned = new Assignment(found, null, null, null, LandlordAssignment.Direct);
        }
        else if (landlord is LandlordCode unknown)
        {
            Stated = unknown;
            scope.Fault(
                RuleCatalogue.UnknownLandlord,
                code is null ? _name.Column : _code!.Column,
                unknown.Value,
                "a landlord that was loaded",
                "load the landlord first, or put its file before this one in the load set");
        }
        else
        {
            Doubtful(scope, name, match?.Fits ?? false, match?.Suggestions ?? []);
        }

        return _assigned;
    }

    private NameMatch Find(string name, DateOnly? day) => _decided.TryGetValue(name, out LandlordCode decided)
        ? new NameMatch(decided, NameRule.Decided, OnOtherDays: false, [])
        : names.Find(name, day);

    private static void Note(RowInHand scope, NameMatch? match)
    {
        ConformRule? rule = match?.Rule switch
        {
            NameRule.Normalised => RuleCatalogue.NameNormalised,
            NameRule.Council => RuleCatalogue.NameOfCouncil,
            NameRule.Shortened => RuleCatalogue.NameShortened,
            _ => null,
        };
        if (rule is not null)
        {
            scope.Corrected(rule);
        }

        if (match is { OnOtherDays: true })
        {
            scope.Corrected(RuleCatalogue.EarlierName);
        }
    }

    private void Contradiction(RowInHand scope, LandlordCode code, string name, LandlordCode named)
    {
        _worklist =
        [
            new WorklistCandidate(code, null, null, 0.5m, $"the row's code is '{code}'"),
            new WorklistCandidate(named, null, null, 0.5m, $"the row's name is '{name}'"),
        ];
        scope.Fault(
            RuleCatalogue.LandlordName,
            _name.Column,
            name,
            $"the name of the landlord '{code}', whose code stands in '{_code!.Column}'",
            $"the name is that of '{named}': correct the code or the name at its source");
    }

    // Where several have the name, the row is one of theirs. Where it is only like theirs it can be anybody's, and no figure is whole.
    private void Doubtful(RowInHand scope, string? name, bool fits, IReadOnlyList<NameSuggestion> suggestions)
    {
        _worklist = fits
            ? [.. suggestions.Select(one => new WorklistCandidate(one.Landlord, null, null, one.Score, one.Why))]
            : [];
        string best = suggestions.Count > 0
            ? $" (perhaps {string.Join("; ", suggestions.Select(suggestion => $"{suggestion.Landlord}: {suggestion.Why}"))})"
            : "";
        scope.Fault(
            RuleCatalogue.LandlordName,
            _name.Column,
            name,
            "the name of one landlord that was loaded",
            name is null
                ? "fill it in at its source; there is no default landlord"
                : $"load the landlord under this name, or decide whose it is under \"names\" in the mapping's \"landlord\": {{ \"{name}\": \"its code\" }}{best}");
    }
}
