namespace Apache.Arrow.Types;

public interface IArrowType
{
    ArrowTypeId TypeId { get; }

    string Name { get; }

    bool IsFixedWidth { get; }
}

public abstract class ArrowType : IArrowType
{
    public abstract ArrowTypeId TypeId { get; }

    public abstract string Name { get; }

    public virtual bool IsFixedWidth => false;
}

/// <summary>A type whose values all have the same number of bits.</summary>
public abstract class FixedWidthType : ArrowType
{
    public override bool IsFixedWidth => true;

    public abstract int BitWidth { get; }
}

/// <summary>A type with fields inside it.</summary>
public abstract class NestedType(IReadOnlyList<Field> fields) : ArrowType
{
    public IReadOnlyList<Field> Fields { get; } = fields;
}

/// <summary>The kinds of type, numbered as in the original; those not listed are not supported here.</summary>
public enum ArrowTypeId
{
    Null = 0,
    Boolean = 1,
    UInt8 = 2,
    Int8 = 3,
    UInt16 = 4,
    Int16 = 5,
    UInt32 = 6,
    Int32 = 7,
    UInt64 = 8,
    Int64 = 9,
    Float = 11,
    Double = 12,
    String = 13,
    Binary = 14,
    Date32 = 16,
    Timestamp = 18,
    Time64 = 20,
    Decimal128 = 22,
    List = 24,
    Struct = 25,
}
