namespace Apache.Arrow.Types;

public enum TimeUnit
{
    Second,
    Millisecond,
    Microsecond,
    Nanosecond,
}

/// <summary>A moment: units since 1970-01-01, in UTC where there is a time zone.</summary>
public sealed class TimestampType(TimeUnit unit, string? timezone) : FixedWidthType
{
    public TimeUnit Unit { get; } = unit;

    public string? Timezone { get; } = timezone;

    public override ArrowTypeId TypeId => ArrowTypeId.Timestamp;

    public override string Name => "timestamp";

    public override int BitWidth => 64;
}

/// <summary>A time of day in microseconds or nanoseconds since midnight.</summary>
public sealed class Time64Type(TimeUnit unit) : FixedWidthType
{
    public TimeUnit Unit { get; } = unit;

    public override ArrowTypeId TypeId => ArrowTypeId.Time64;

    public override string Name => "time64";

    public override int BitWidth => 64;
}
