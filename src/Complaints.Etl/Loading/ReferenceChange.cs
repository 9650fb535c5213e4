namespace Complaints.Etl.Loading;

/// <summary>How a reference differs from another of the same day, where what both have in common tells the case.</summary>
/// <param name="System">The system of the one that was known before.</param>
/// <param name="Where">Which part of it changed.</param>
/// <param name="Before">What stood there; of both ends, what stands before the common part.</param>
/// <param name="Now">What stands there now; of both ends, what stands behind the common part.</param>
internal readonly record struct ReferenceChange(string System, ReferenceChange.Part Where, string Before, string Now)
{
    /// <summary>A part of a reference.</summary>
    internal enum Part
    {
        /// <summary>What it begins with.</summary>
        Front,

        /// <summary>What it ends with.</summary>
        Back,

        /// <summary>Both ends: the one that was known stands within the new one.</summary>
        Added,

        /// <summary>Both ends: the new one stands within the one that was known.</summary>
        Removed,
    }

    /// <summary>
    /// The changes that make one reference of another. None cuts a number or puts another in its place: 17 and 18 differ as 27 and 28 do,
    /// and the second case of a day from the first as on another day.
    /// </summary>
    internal static IEnumerable<ReferenceChange> Between(string before, string now, string system)
    {
        int tail = CommonTail(before, now);
        if (HasDigits(before.AsSpan(before.Length - tail))
            && !Cuts(before, before.Length - tail)
            && !Cuts(now, now.Length - tail)
            && !Counts(before.AsSpan(..^tail), now.AsSpan(..^tail)))
        {
            yield return new ReferenceChange(system, Part.Front, before[..^tail], now[..^tail]);
        }

        int head = before.AsSpan().CommonPrefixLength(now);
        if (HasDigits(before.AsSpan(..head))
            && !Cuts(before, head)
            && !Cuts(now, head)
            && !Counts(before.AsSpan(head), now.AsSpan(head)))
        {
            yield return new ReferenceChange(system, Part.Back, before[head..], now[head..]);
        }

        if (Ends(before, now) is (string first, string last))
        {
            yield return new ReferenceChange(system, Part.Added, first, last);
        }
        else if (Ends(now, before) is (string lostFirst, string lostLast))
        {
            yield return new ReferenceChange(system, Part.Removed, lostFirst, lostLast);
        }
    }

    private static (string First, string Last)? Ends(string inner, string outer)
    {
        int at = outer.IndexOf(inner, StringComparison.Ordinal);
        return at > 0 && at + inner.Length < outer.Length && !Cuts(outer, at) && !Cuts(outer, at + inner.Length)
            ? (outer[..at], outer[(at + inner.Length)..])
            : null;
    }

    private static int CommonTail(string one, string other)
    {
        int length = 0;
        while (length < one.Length && length < other.Length && one[^(length + 1)] == other[^(length + 1)])
        {
            length++;
        }

        return length;
    }

    private static bool Counts(ReadOnlySpan<char> before, ReadOnlySpan<char> now) => HasDigits(before) && HasDigits(now);

    private static bool HasDigits(ReadOnlySpan<char> text) => text.ContainsAnyInRange('0', '9');

    private static bool Cuts(string text, int at) =>
        at > 0 && at < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at]);
}
