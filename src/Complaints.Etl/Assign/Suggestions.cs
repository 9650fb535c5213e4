using System.Globalization;
using Complaints.Domain;
using Complaints.Domain.Homes;
using Complaints.Domain.Text;
using Complaints.Etl.Conform.Values;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Assign;

/// <summary>
/// Ranks the homes whose identifier is a slip of the pen away from one that matched none. Suggestions only: nothing loads by them until a
/// person accepts one.
/// </summary>
/// <remarks>
/// Two identifiers that differ by one change, omission or swap share a form with one character left out; all such forms are indexed at the
/// first question, so that a worklist of thousands does not compare each entry with every home.
/// </remarks>
internal sealed class Suggestions(HomeIndex homes, string allocator)
{
    private const int Furthest = 3;

    private Dictionary<string, List<string>>? _forms;

    internal IReadOnlyList<WorklistCandidate> For(string? identifier, Uprn? uprn, DateOnly day, IEnumerable<LandlordCode> possible)
    {
        string wanted = IdentifierText.Normalise(identifier ?? "");
        List<WorklistCandidate> known = Known(identifier, uprn, day);
        List<WorklistCandidate> ranked = wanted.Length == 0 || known.Count > 0
            ? known
            : [.. Near(wanted).SelectMany(near => Ranked(near, wanted, day))
                .OrderByDescending(candidate => candidate.Score)
                .ThenBy(candidate => candidate.PropertyReference, StringComparer.Ordinal)
                .DistinctBy(candidate => candidate.PropertyId)
                .Take(Limits.WorklistSuggestions)];
        HashSet<LandlordCode> named = [.. ranked.Select(candidate => candidate.LandlordCode)];

        // The suggestions shown are few; whose figures lack the row are all whose home it could be.
        IReadOnlyList<LandlordCode> owners = homes.OwnersOnAnyDay(allocator, identifier, uprn?.Value);
        return
        [
            .. ranked,
            .. owners.Concat(possible).Where(named.Add)
                .Select(landlord => new WorklistCandidate(landlord, null, null, 0m, "its complaints can be in this file")),
        ];
    }

    // A home that is known and only not valid on the day is nearer than any slip of the pen: its dates are what to look at.
    private List<WorklistCandidate> Known(string? identifier, Uprn? uprn, DateOnly day)
    {
        string text = identifier ?? uprn?.ToString() ?? "";
        List<HomeVersion> versions = identifier is null ? [] : [.. homes.AnyDay(allocator, identifier)];
        if (versions.Count == 0 && uprn is Uprn number)
        {
            text = number.ToString();
            versions = [.. homes.AnyDay(number.Value)];
        }

        return
        [
            .. versions
                .OrderBy(home => home.DaysFrom(day))
                .DistinctBy(home => (home.PropertyId, home.Landlord))
                .Take(Limits.WorklistSuggestions)
                .Select((home, i) => new WorklistCandidate(
                    home.Landlord, home.PropertyId, home.Reference, 1m - (i * 0.0001m), $"'{text}' is known, but {home.NotValidOn(day)}")),
        ];
    }

    private IEnumerable<string> Near(string wanted)
    {
        _forms ??= Forms();
        return ShorterForms(wanted)
            .SelectMany(form => _forms.TryGetValue(form, out List<string>? found) ? found : [])
            .Distinct(StringComparer.Ordinal);
    }

    private IEnumerable<WorklistCandidate> Ranked(string identifier, string wanted, DateOnly day)
    {
        string other = IdentifierText.Normalise(identifier);
        int distance = EditDistance.Between(wanted, other, Furthest);
        if (distance >= Furthest)
        {
            yield break;
        }

        decimal score = decimal.Round(1m - ((decimal)distance / (Math.Max(wanted.Length, other.Length) + 1)), 4);
        foreach (HomeVersion home in homes.ByIdentifier(allocator, identifier, day, out _))
        {
            yield return new WorklistCandidate(
                home.Landlord, home.PropertyId, home.Reference, score, Why(wanted, other, identifier, distance));
        }
    }

    private static string Why(string wanted, string other, string identifier, int distance)
    {
        bool swapped = distance == 1 && wanted.Length == other.Length && wanted.Order().SequenceEqual(other.Order());
        string slip = distance == 0 ? "it differs by capitals, blanks, separators or zeros alone"
            : swapped ? "two neighbouring characters are swapped"
            : distance == 1 && wanted.Length < other.Length ? "one character is missing"
            : distance == 1 && wanted.Length > other.Length ? "one character is too many"
            : string.Create(CultureInfo.InvariantCulture, $"{distance} character{(distance == 1 ? " differs" : "s differ")}");
        return $"'{identifier}': {slip}";
    }

    private Dictionary<string, List<string>> Forms()
    {
        var forms = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (string identifier in homes.Identifiers(allocator))
        {
            foreach (string form in ShorterForms(IdentifierText.Normalise(identifier)))
            {
                if (!forms.TryGetValue(form, out List<string>? sharing))
                {
                    forms[form] = sharing = [];
                }

                // A form that hundreds share says nothing about any of them.
                if (sharing.Count < 50)
                {
                    sharing.Add(identifier);
                }
            }
        }

        return forms;
    }

    private static IEnumerable<string> ShorterForms(string text)
    {
        yield return text;
        for (int i = 0; i < text.Length; i++)
        {
            yield return text.Remove(i, 1);
        }
    }
}
