namespace Complaints.Etl.Conform;

/// <summary>
/// What a row says of something that several sources may speak of: a landlord, its homes at a year's end, a published figure.
/// </summary>
/// <param name="Key">What it speaks of; the same text as the warehouse makes of it.</param>
/// <param name="From">The day from which it holds; null where it has none, or holds since ever.</param>
/// <param name="Said">The values, in the order in which the target names them; null says nothing.</param>
internal sealed record Statement(string Key, DateOnly? From, IReadOnlyList<string?> Said)
{
    private const char PartEnd = '\u001f';

    /// <summary>A key of several parts.</summary>
    internal static string KeyOf(params ReadOnlySpan<string> parts) => string.Join(PartEnd, parts);

    /// <summary>The first value of which another statement says something else; null where they agree.</summary>
    internal int? Contradicts(Statement other)
    {
        for (int i = 0; i < Said.Count; i++)
        {
            if (Said[i] is string mine && other.Said[i] is string theirs && mine != theirs)
            {
                return i;
            }
        }

        return null;
    }
}
