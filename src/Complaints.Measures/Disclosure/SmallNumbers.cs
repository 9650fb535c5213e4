using Complaints.Domain;

namespace Complaints.Measures.Disclosure;

/// <summary>When a number of complaints tells of so few people that it is not shown. Zero tells of nobody, and is.</summary>
internal static class SmallNumbers
{
    internal static bool IsSmall(long count) => count is > 0 and < Limits.SmallNumbers;

    /// <summary>
    /// Whether a cell's number is small, or what it leaves of numbers that are shown.
    /// </summary>
    /// <param name="part">What is counted.</param>
    /// <param name="counts">The cell's numbers of all parts.</param>
    /// <param name="isShown">Whether another part's number of the cell is shown.</param>
    internal static bool IsSmall(CountedPart part, long[] counts, Func<int, bool> isShown)
    {
        long own = counts[part.Index];
        return IsSmall(own)
            || part.Wider.Any(wider => IsSmall(counts[wider] - own) && isShown(wider))
            || part.Narrower.Any(narrower => IsSmall(own - counts[narrower]) && isShown(narrower))
            || part.Beside.Any(
                pair => IsSmall(counts[pair.Within] - counts[pair.Beside] - own) && isShown(pair.Within) && isShown(pair.Beside))
            || part.Pairs.Any(
                pair => IsSmall(own - counts[pair.One] - counts[pair.Other]) && isShown(pair.One) && isShown(pair.Other));
    }
}
