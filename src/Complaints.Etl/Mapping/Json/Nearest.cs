using Complaints.Domain.Text;

namespace Complaints.Etl.Mapping.Json;

/// <summary>Finds the name that was probably meant.</summary>
internal static class Nearest
{
    /// <summary>" Did you mean 'x'?" with a leading blank, or "" when nothing is near.</summary>
    internal static string Suggest(string name, IEnumerable<string> known) =>
        Find(name, known) is string found ? $" Did you mean '{found}'?" : "";

    internal static string? Find(string name, IEnumerable<string> known)
    {
        string wanted = Plain(name);
        (string? found, int distance) = (null, Math.Max(1, wanted.Length / 3) + 1);
        foreach (string candidate in known)
        {
            int d = EditDistance.Between(wanted, Plain(candidate), distance);
            if (d < distance)
            {
                (found, distance) = (candidate, d);
            }
        }

        return found;
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
