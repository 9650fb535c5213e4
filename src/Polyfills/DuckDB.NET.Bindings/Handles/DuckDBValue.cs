using System.Globalization;
using Microsoft.Win32.SafeHandles;
using static DuckDB.NET.Native.NativeMethods;

namespace DuckDB.NET.Native;

/// <summary>One value with its type: a parameter of a statement or of a function.</summary>
public sealed class DuckDBValue() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true), IDuckDBValueReader
{
    public bool IsNull() => Value.DuckDBIsNullValue(this);

    /// <summary>The value as <typeparamref name="T"/>, converted where the types differ.</summary>
    public T GetValue<T>()
    {
        var value = Read();
        return value is T typed
            ? typed
            : (T)Convert.ChangeType(value, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T), CultureInfo.InvariantCulture);
    }

    protected override bool ReleaseHandle()
    {
        Value.DuckDBDestroyValue(ref handle);
        return true;
    }

    private object Read()
    {
        var type = Value.DuckDBGetValueTypeId(this);
        return type switch
        {
            DuckDBType.Boolean => Value.DuckDBGetBool(this),
            DuckDBType.TinyInt => (sbyte)Value.DuckDBGetInt64(this),
            DuckDBType.SmallInt => (short)Value.DuckDBGetInt64(this),
            DuckDBType.Integer => (int)Value.DuckDBGetInt64(this),
            DuckDBType.BigInt => Value.DuckDBGetInt64(this),
            DuckDBType.UnsignedTinyInt => (byte)Value.DuckDBGetUInt64(this),
            DuckDBType.UnsignedSmallInt => (ushort)Value.DuckDBGetUInt64(this),
            DuckDBType.UnsignedInteger => (uint)Value.DuckDBGetUInt64(this),
            DuckDBType.UnsignedBigInt => Value.DuckDBGetUInt64(this),
            DuckDBType.HugeInt => Value.DuckDBGetHugeInt(this).ToBigInteger(),
            DuckDBType.UnsignedHugeInt => Value.DuckDBGetUHugeInt(this).ToBigInteger(),
            DuckDBType.Float => Value.DuckDBGetFloat(this),
            DuckDBType.Double => Value.DuckDBGetDouble(this),
            DuckDBType.Decimal => decimal.Parse(Value.DuckDBGetVarchar(this), CultureInfo.InvariantCulture),
            DuckDBType.Varchar => Value.DuckDBGetVarchar(this),
            DuckDBType.Uuid => Guid.Parse(Value.DuckDBGetVarchar(this)),
            DuckDBType.Date => (DateOnly)DuckDBDateOnly.FromDuckDBDate(Value.DuckDBGetDate(this)),
            DuckDBType.Time => (TimeOnly)DateTimeHelpers.DuckDBFromTime(Value.DuckDBGetTime(this)),
            DuckDBType.Interval => (TimeSpan)Value.DuckDBGetInterval(this),
            DuckDBType.Timestamp or DuckDBType.TimestampTz =>
                DuckDBTimestamp.FromDuckDBTimestampStruct(Value.DuckDBGetTimestamp(this)).ToDateTime(),
            DuckDBType.TimestampS => DateTime.UnixEpoch.AddTicks(Value.DuckDBGetTimestampS(this).Micros * TimeSpan.TicksPerSecond),
            DuckDBType.TimestampMs => DateTime.UnixEpoch.AddTicks(Value.DuckDBGetTimestampMs(this).Micros * TimeSpan.TicksPerMillisecond),
            DuckDBType.TimestampNs => DateTime.UnixEpoch.AddTicks(Value.DuckDBGetTimestampNs(this).Micros / 100),
            DuckDBType.TimeTz => ReadTimeWithOffset(),
            _ => throw new NotSupportedException($"A parameter of type {type} cannot be read; cast it in SQL to a type that can."),
        };
    }

    private DateTimeOffset ReadTimeWithOffset()
    {
        var time = DateTimeHelpers.DuckDBFromTimeTz(Value.DuckDBGetTimeTz(this));

        // The second day of the calendar, so that taking the offset away never leaves the range of the type.
        return new DateTimeOffset(new DateTime(1, 1, 2).AddTicks(time.Time.Ticks), TimeSpan.FromSeconds(time.Offset));
    }
}
