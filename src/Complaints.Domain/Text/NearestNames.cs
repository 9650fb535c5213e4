namespace Complaints.Domain.Text;

/// <summary>Finds what somebody probably meant.</summary>
public static class NearestNames
{
    private const int Most = 3;

    /// <summary>": did you mean a or b?" for names that are near, or nothing.</summary>
    public static string DidYouMean(string given, IEnumerable<string> known)
    {
        IReadOnlyList<string> near = Nearest(given, known);
        return near.Count == 0 ? "" : $": did you mean {string.Join(" or ", near)}?";
    }

    /// <summary>At most three names, the nearest first.</summary>
    public static IReadOnlyList<string> Nearest(string given, IEnumerable<string> known)
    {
        string wanted = given.Trim().ToLowerInvariant();
        int tolerance = Math.Max(2, wanted.Length / 3);
        return
        [
            .. known
                .Select(name => (Name: name, Distance: EditDistance.Between(wanted, name.ToLowerInvariant())))
                .Where(candidate => candidate.Distance <= tolerance
                    || (wanted.Length >= 3 && candidate.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase)))
                .OrderBy(candidate => candidate.Distance)
                .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
                .Take(Most)
                .Select(candidate => candidate.Name),
        ];
    }
}
