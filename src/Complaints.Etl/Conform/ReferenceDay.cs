namespace Complaints.Etl.Conform;

/// <summary>The day by which two references that are only alike can be told apart.</summary>
internal readonly record struct ReferenceDay
{
    private readonly int _number;

    private ReferenceDay(int number) => _number = number;

    /// <summary>No row told it yet; the record loads only with one, and puts no other in doubt.</summary>
    internal static ReferenceDay Untold { get; } = new(int.MinValue);

    /// <summary>The record has none: it may be of any.</summary>
    internal static ReferenceDay Any { get; } = new(int.MaxValue);

    internal static ReferenceDay Of(DateOnly day) => new(day.DayNumber);

    /// <summary>Whether a record of this day may be one of the other.</summary>
    internal bool MayBe(ReferenceDay other) => this == other || this == Untold || this == Any || other == Any;
}
