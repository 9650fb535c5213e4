namespace Apache.Arrow.Types;

public sealed class BooleanType : FixedWidthType
{
    public static readonly BooleanType Default = new();

    public override ArrowTypeId TypeId => ArrowTypeId.Boolean;

    public override string Name => "bool";

    public override int BitWidth => 1;
}

public sealed class Int8Type : FixedWidthType
{
    public static readonly Int8Type Default = new();

    public override ArrowTypeId TypeId => ArrowTypeId.Int8;

    public override string Name => "int8";

    public override int BitWidth => 8;
}

public sealed class UInt8Type : FixedWidthType
{
    public static readonly UInt8Type Default = new();

    public override ArrowTypeId TypeId => ArrowTypeId.UInt8;

    public override string Name => "uint8";

    public override int BitWidth => 8;
}

public sealed class Int16Type : FixedWidthType
{
    public static readonly Int16Type Default = new();

    public override ArrowTypeId TypeId => ArrowTypeId.Int16;

    public override string Name => "int16";

    public override int BitWidth => 16;
}

public sealed class UInt16Type : FixedWidthType
{
    public static readonly UInt16Type Default = new();

    public override ArrowTypeId TypeId => ArrowTypeId.UInt16;

    public override string Name => "uint16";

    public override int BitWidth => 16;
}

public sealed class Int32Type : FixedWidthType
{
    public static readonly Int32Type Default = new();

    public override ArrowTypeId TypeId => ArrowTypeId.Int32;

    public override string Name => "int32";

    public override int BitWidth => 32;
}

public sealed class UInt32Type : FixedWidthType
{
    public static readonly UInt32Type Default = new();

    public override ArrowTypeId TypeId => ArrowTypeId.UInt32;

    public override string Name => "uint32";

    public override int BitWidth => 32;
}

public sealed class Int64Type : FixedWidthType
{
    public static readonly Int64Type Default = new();

    public override ArrowTypeId TypeId => ArrowTypeId.Int64;

    public override string Name => "int64";

    public override int BitWidth => 64;
}

public sealed class UInt64Type : FixedWidthType
{
    public static readonly UInt64Type Default = new();

    public override ArrowTypeId TypeId => ArrowTypeId.UInt64;

    public override string Name => "uint64";

    public override int BitWidth => 64;
}

public sealed class FloatType : FixedWidthType
{
    public static readonly FloatType Default = new();

    public override ArrowTypeId TypeId => ArrowTypeId.Float;

    public override string Name => "float";

    public override int BitWidth => 32;
}

public sealed class DoubleType : FixedWidthType
{
    public static readonly DoubleType Default = new();

    public override ArrowTypeId TypeId => ArrowTypeId.Double;

    public override string Name => "double";

    public override int BitWidth => 64;
}

public sealed class Date32Type : FixedWidthType
{
    public static readonly Date32Type Default = new();

    public override ArrowTypeId TypeId => ArrowTypeId.Date32;

    public override string Name => "date32";

    public override int BitWidth => 32;
}

/// <summary>A decimal of up to 38 digits: <paramref name="precision"/> in all, <paramref name="scale"/> after the point.</summary>
public sealed class Decimal128Type(int precision, int scale) : FixedWidthType
{
    public int Precision { get; } = precision;

    public int Scale { get; } = scale;

    public override ArrowTypeId TypeId => ArrowTypeId.Decimal128;

    public override string Name => "decimal128";

    public override int BitWidth => 128;
}

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
