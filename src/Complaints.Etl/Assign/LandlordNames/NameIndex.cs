using Complaints.Domain.Homes;

namespace Complaints.Etl.Assign.LandlordNames;

/// <summary>
/// Tells landlords by their names. A rule tells a landlord where exactly one has the name by it on the day; a weaker rule is asked only
/// where no stronger one fits anybody. Whatever is in doubt tells nobody: it is suggested, and a person decides.
/// </summary>
internal sealed class NameIndex
{
    private const int Remembered = 20_000;

    private static readonly NameRule[] s_rules = [NameRule.Exact, NameRule.Normalised, NameRule.Council, NameRule.Shortened];

    private readonly ILookup<string, KnownName>[] _byRule;
    private readonly NameSuggestions _suggestions;
    private readonly Dictionary<(string, DateOnly?), NameMatch> _known = [];

    internal NameIndex(IReadOnlyCollection<KnownName> names)
    {
        _byRule = [.. s_rules.Select(rule => names
            .Where(name => Key(rule, name.Forms) is not null)
            .ToLookup(name => Key(rule, name.Forms)!, StringComparer.Ordinal))];
        _suggestions = new NameSuggestions(names);
    }

    /// <summary>Whose a name is on a day; without a day, whose it is on all days.</summary>
    internal NameMatch Find(string text, DateOnly? day)
    {
        if (_known.TryGetValue((text, day), out NameMatch? known))
        {
            return known;
        }

        NameMatch found = Look(NameForms.Of(text), day);
        if (_known.Count < Remembered)
        {
            _known.Add((text, day), found);
        }

        return found;
    }

    private NameMatch Look(NameForms wanted, DateOnly? day)
    {
        foreach (NameRule rule in s_rules)
        {
            List<KnownName> fitting = Fitting(rule, wanted);
            List<LandlordCode> onTheDay = Landlords(fitting.Where(name => day is not DateOnly of || name.IsOf(of)));
            if (onTheDay.Count == 1)
            {
                return new NameMatch(onTheDay[0], rule, OnOtherDays: false, []);
            }

            if (onTheDay.Count > 1)
            {
                return NameMatch.Several(NameSuggestions.Several(fitting.Where(name => onTheDay.Contains(name.Landlord))));
            }

            if (Landlords(fitting) is { Count: > 0 } ever)
            {
                return OfOtherDays(wanted, rule, fitting, ever, day);
            }
        }

        return NameMatch.Unknown(_suggestions.Near(wanted));
    }

    // A name of other days tells its landlord where nobody else has it on the day in any form.
    private NameMatch OfOtherDays(NameForms wanted, NameRule rule, List<KnownName> fitting, List<LandlordCode> ever, DateOnly? day)
    {
        List<KnownName> others = [.. s_rules
            .SelectMany(weaker => Fitting(weaker, wanted))
            .Where(name => !ever.Contains(name.Landlord) && (day is not DateOnly of || name.IsOf(of)))];
        return ever.Count == 1 && others.Count == 0
            ? new NameMatch(ever[0], rule, OnOtherDays: true, [])
            : NameMatch.Several(NameSuggestions.Several(fitting.Concat(others)));
    }

    private List<KnownName> Fitting(NameRule rule, NameForms wanted) =>
        Key(rule, wanted) is string key
            ? [.. _byRule[Array.IndexOf(s_rules, rule)][key].Where(name => Agree(rule, wanted, name.Forms))]
            : [];

    // A group is not its housing association, and a city is not the county around it.
    private static bool Agree(NameRule rule, NameForms wanted, NameForms known) => rule switch
    {
        NameRule.Shortened => wanted.Body.Length == 0 || known.Body.Length == 0 || wanted.Body == known.Body,
        NameRule.Council => wanted.IsCounty == known.IsCounty,
        _ => true,
    };

    private static List<LandlordCode> Landlords(IEnumerable<KnownName> names) => [.. names.Select(name => name.Landlord).Distinct()];

    private static string? Key(NameRule rule, NameForms forms) => rule switch
    {
        NameRule.Exact => forms.Exact,
        NameRule.Normalised => forms.Plain.Length > 0 ? forms.Plain : null,
        NameRule.Council => forms.Place,
        _ => forms.Short,
    };
}
