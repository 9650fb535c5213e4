namespace Apache.Arrow;

public class Int8Array(ArrayData data) : PrimitiveArray<sbyte>(data);

public class UInt8Array(ArrayData data) : PrimitiveArray<byte>(data);

public class Int16Array(ArrayData data) : PrimitiveArray<short>(data);

public class UInt16Array(ArrayData data) : PrimitiveArray<ushort>(data);

public class Int32Array(ArrayData data) : PrimitiveArray<int>(data);

public class UInt32Array(ArrayData data) : PrimitiveArray<uint>(data);

public class Int64Array(ArrayData data) : PrimitiveArray<long>(data);

public class UInt64Array(ArrayData data) : PrimitiveArray<ulong>(data);

public class FloatArray(ArrayData data) : PrimitiveArray<float>(data);

public class DoubleArray(ArrayData data) : PrimitiveArray<double>(data);
