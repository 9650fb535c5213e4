namespace Complaints.Domain.Text;

/// <summary>Finds what somebody probably meant by a name that is not known: the one "did you mean" of all messages.</summary>
public static class NearestNames
{
    private const int Most = 3;
    private const int ShortName = 4;

    /// <summary>" Did you mean 'x' or 'y'?" with a leading blank, or "" when nothing is near.</summary>
    public static string Suggest(string given, IEnumerable<string> known)
    {
        IReadOnlyList<string> near = Nearest(given, known);
        return near.Count == 0 ? "" : $" Did you mean {string.Join(" or ", near.Select(name => $"'{name}'"))}?";
    }

    /// <summary>": did you mean a or b?" for names that are near, or nothing.</summary>
    public static string DidYouMean(string given, IEnumerable<string> known)
    {
        IReadOnlyList<string> near = Nearest(given, known);
        return near.Count == 0 ? "" : $": did you mean {string.Join(" or ", near)}?";
    }

    /// <summary>
    /// At most three names, the nearest first: a third of the letters may be wrong, or the name may be part of a longer one. Case, blanks
    /// and punctuation do not count.
    /// </summary>
    public static IReadOnlyList<string> Nearest(string given, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(known);
        string wanted = Plain(given);
        int tolerance = wanted.Length < ShortName ? 1 : Math.Max(2, wanted.Length / 3);
        return
        [
            .. known
                .Select(name => (Name: name, Plain: Plain(name)))
                .Select(candidate => (candidate.Name, candidate.Plain, Distance: EditDistance.Between(wanted, candidate.Plain)))
                .Where(candidate => candidate.Distance <= tolerance
                    || (wanted.Length >= 3 && candidate.Plain.Contains(wanted, StringComparison.Ordinal)))
                .OrderBy(candidate => candidate.Distance)
                .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
                .Take(Most)
                .Select(candidate => candidate.Name),
        ];
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
