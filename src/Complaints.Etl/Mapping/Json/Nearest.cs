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
            int d = Distance(wanted, Plain(candidate), distance);
            if (d < distance)
            {
                (found, distance) = (candidate, d);
            }
        }

        return found;
    }

    /// <summary>Edits between two texts where swapping neighbours is one; stops counting at <paramref name="enough"/>.</summary>
    internal static int Distance(string a, string b, int enough)
    {
        if (Math.Abs(a.Length - b.Length) >= enough)
        {
            return enough;
        }

        var before = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var now = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = a[i - 1] == b[j - 1] ? 0 : 1;
                now[j] = Math.Min(Math.Min(last[j] + 1, now[j - 1] + 1), last[j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    now[j] = Math.Min(now[j], before[j - 2] + 1);
                }
            }

            (before, last, now) = (last, now, before);
        }

        return Math.Min(last[b.Length], enough);
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
