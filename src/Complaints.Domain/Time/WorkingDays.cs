using System.Globalization;

namespace Complaints.Domain.Time;

/// <summary>
/// A length in working days, so that it is never mixed up with calendar days. Never negative; <c>default</c> is none.
/// </summary>
public readonly record struct WorkingDays : IComparable<WorkingDays>
{
    /// <summary>A length of <paramref name="count"/> working days.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public WorkingDays(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Count = count;
    }

    /// <summary>The number of working days, zero or more.</summary>
    public int Count { get; }

    /// <summary>Shorter lengths first.</summary>
    public int CompareTo(WorkingDays other) => Count.CompareTo(other.Count);

    /// <summary>"1 working day", "10 working days".</summary>
    public override string ToString() => Count == 1
        ? "1 working day"
        : string.Create(CultureInfo.InvariantCulture, $"{Count} working days");

    /// <summary>The two lengths one after the other.</summary>
    public static WorkingDays operator +(WorkingDays left, WorkingDays right) => new(left.Count + right.Count);

    /// <summary>The friendly name of <c>+</c>.</summary>
    public static WorkingDays Add(WorkingDays left, WorkingDays right) => left + right;

    /// <summary>Whether <paramref name="left"/> is shorter.</summary>
    public static bool operator <(WorkingDays left, WorkingDays right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> is no longer than <paramref name="right"/>.</summary>
    public static bool operator <=(WorkingDays left, WorkingDays right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> is longer.</summary>
    public static bool operator >(WorkingDays left, WorkingDays right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> is no shorter than <paramref name="right"/>.</summary>
    public static bool operator >=(WorkingDays left, WorkingDays right) => left.CompareTo(right) >= 0;
}
