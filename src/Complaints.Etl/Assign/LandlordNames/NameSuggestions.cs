using Complaints.Domain;
using Complaints.Domain.Text;

namespace Complaints.Etl.Assign.LandlordNames;

/// <summary>Landlords that a name may be of, where no rule tells one. Nothing loads by them until a person decides.</summary>
internal sealed class NameSuggestions(IReadOnlyCollection<KnownName> names)
{
    private const decimal OtherBody = 0.7m;
    private const decimal County = 0.6m;
    private const decimal Part = 0.5m;
    private const decimal Slip = 0.4m;

    // In a short name, or one of few letters that tell, two slips make another name of it.
    private const int LettersForASlip = 8;

    /// <summary>Several that the same rule fits.</summary>
    internal static IReadOnlyList<NameSuggestion> Several(IEnumerable<KnownName> fitting)
    {
        List<KnownName> landlords = [.. fitting.DistinctBy(name => name.Landlord)];
        decimal score = decimal.Round(1m / Math.Max(landlords.Count, 2), 4);
        return
        [
            .. landlords.Select(name => new NameSuggestion(
                name.Landlord, name.Forms.Exact, score, $"'{name.Forms.Exact}' fits, and so does another landlord's name")),
        ];
    }

    /// <summary>Those whose names are near one that no rule fits.</summary>
    internal IReadOnlyList<NameSuggestion> Near(NameForms wanted) =>
    [
        .. names
            .Select(name => Of(wanted, name))
            .OfType<NameSuggestion>()
            .OrderByDescending(near => near.Score)
            .ThenBy(near => near.Name, StringComparer.Ordinal)
            .DistinctBy(near => near.Landlord)
            .Take(Limits.WorklistSuggestions),
    ];

    private static NameSuggestion? Of(NameForms wanted, KnownName name)
    {
        NameForms known = name.Forms;
        if (wanted.Short is not null && wanted.Short == known.Short)
        {
            return Near(name, OtherBody, $"'{known.Exact}' has the same name, but one is a group and the other is not");
        }

        if (wanted.Place is not null && wanted.Place == known.Place)
        {
            return Near(name, County, $"'{known.Exact}' is of the same place, but one is a county's council and the other is not");
        }

        // A council is no housing association of its place.
        if (wanted.Place is null != known.Place is null)
        {
            return null;
        }

        if (IsPart(wanted.Parts, known.Parts) || IsPart(known.Parts, wanted.Parts))
        {
            return Near(name, Part, $"'{known.Exact}' has all words of the shorter name and more");
        }

        int most = Math.Min(wanted.Plain.Length, known.Plain.Length) / LettersForASlip;
        return EditDistance.Between(wanted.Plain, known.Plain, most + 1) <= most
            ? Near(name, Slip, $"'{known.Exact}' is written nearly the same")
            : null;
    }

    private static NameSuggestion Near(KnownName name, decimal score, string why) => new(name.Landlord, name.Forms.Exact, score, why);

    // Both begin with the same word that tells, and the one has all others of the other.
    private static bool IsPart(IReadOnlyList<string> part, IReadOnlyList<string> whole) =>
        part.FirstOrDefault(NameForms.Tells) is string first
        && whole.FirstOrDefault(NameForms.Tells) == first
        && part.Where(NameForms.Tells).All(whole.Contains);
}
