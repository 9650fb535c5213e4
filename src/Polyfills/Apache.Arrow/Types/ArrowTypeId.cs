namespace Apache.Arrow.Types;

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
