namespace Complaints.Measures.Queries;

/// <summary>Days from <paramref name="First"/> to before <paramref name="End"/>; an end that is null is open.</summary>
/// <param name="First">First day, or null.</param>
/// <param name="End">First day after, or null.</param>
internal readonly record struct DateSpan(DateOnly? First, DateOnly? End)
{
    internal static DateSpan Everything { get; } = new(null, null);

    internal bool IsEmpty => First is DateOnly first && End is DateOnly end && end <= first;

    internal DateSpan Intersect(DateSpan other) => new(
        Later(First, other.First),
        Earlier(End, other.End));

    private static DateOnly? Later(DateOnly? left, DateOnly? right) =>
        left is null || right is null ? left ?? right : left > right ? left : right;

    private static DateOnly? Earlier(DateOnly? left, DateOnly? right) =>
        left is null || right is null ? left ?? right : left < right ? left : right;
}
