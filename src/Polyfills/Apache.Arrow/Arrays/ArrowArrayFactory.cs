using Apache.Arrow.Types;

namespace Apache.Arrow;

public static class ArrowArrayFactory
{
    /// <summary>The column of the class that goes with the type.</summary>
    public static IArrowArray BuildArray(ArrayData data) => data.DataType.TypeId switch
    {
        ArrowTypeId.Null => new NullArray(data),
        ArrowTypeId.Boolean => new BooleanArray(data),
        ArrowTypeId.Int8 => new Int8Array(data),
        ArrowTypeId.UInt8 => new UInt8Array(data),
        ArrowTypeId.Int16 => new Int16Array(data),
        ArrowTypeId.UInt16 => new UInt16Array(data),
        ArrowTypeId.Int32 => new Int32Array(data),
        ArrowTypeId.UInt32 => new UInt32Array(data),
        ArrowTypeId.Int64 => new Int64Array(data),
        ArrowTypeId.UInt64 => new UInt64Array(data),
        ArrowTypeId.Float => new FloatArray(data),
        ArrowTypeId.Double => new DoubleArray(data),
        ArrowTypeId.String => new StringArray(data),
        ArrowTypeId.Binary => new BinaryArray(data),
        ArrowTypeId.Date32 => new Date32Array(data),
        ArrowTypeId.Time64 => new Time64Array(data),
        ArrowTypeId.Timestamp => new TimestampArray(data),
        ArrowTypeId.Decimal128 => new Decimal128Array(data),
        ArrowTypeId.List => new ListArray(data),
        ArrowTypeId.Struct => new StructArray(data),
        _ => throw new NotSupportedException($"There is no array for the Arrow type {data.DataType.Name}."),
    };
}
