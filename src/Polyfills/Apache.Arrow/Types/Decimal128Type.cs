namespace Apache.Arrow.Types;

/// <summary>A decimal of up to 38 digits: <paramref name="precision"/> in all, <paramref name="scale"/> after the point.</summary>
public sealed class Decimal128Type(int precision, int scale) : FixedWidthType
{
    public int Precision { get; } = precision;

    public int Scale { get; } = scale;

    public override ArrowTypeId TypeId => ArrowTypeId.Decimal128;

    public override string Name => "decimal128";

    public override int BitWidth => 128;
}
