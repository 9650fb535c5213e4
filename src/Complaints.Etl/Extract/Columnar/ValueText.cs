using System.Globalization;
using System.Numerics;
using System.Text;
using Parquet.Data;
using Parquet.Schema;

namespace Complaints.Etl.Extract.Columnar;

/// <summary>
/// The text of a Parquet value: days as yyyy-MM-dd, moments as yyyy-MM-dd HH:mm:ss with "+00" where they are of universal time, decimals
/// with all their places, numbers with a point, true and false.
/// </summary>
internal static class ValueText
{
    private static readonly CultureInfo s_invariant = CultureInfo.InvariantCulture;

    private static readonly Encoding s_utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The function that writes a column's values, by their type; null where there is none.</summary>
    internal static Delegate? Of(DataField field) => field switch
    {
        DateTimeDataField moment => Moment(moment),
        DecimalDataField number => (BigDecimal value) => Decimal(value.UnscaledValue, number.Scale),
        TimeDataField time => Time(time),
        _ => ByType(field.ClrType),
    };

    private static Delegate? ByType(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => (bool value) => value ? "true" : "false",
        TypeCode.SByte => (sbyte value) => value.ToString(s_invariant),
        TypeCode.Byte => (byte value) => value.ToString(s_invariant),
        TypeCode.Int16 => (short value) => value.ToString(s_invariant),
        TypeCode.UInt16 => (ushort value) => value.ToString(s_invariant),
        TypeCode.Int32 => (int value) => value.ToString(s_invariant),
        TypeCode.UInt32 => (uint value) => value.ToString(s_invariant),
        TypeCode.Int64 => (long value) => value.ToString(s_invariant),
        TypeCode.UInt64 => (ulong value) => value.ToString(s_invariant),
        TypeCode.Single => (float value) => Float(value, value.ToString("R", s_invariant)),
        TypeCode.Double => (double value) => Float(value, value.ToString("R", s_invariant)),
        _ when type == typeof(Half) => (Half value) => Float((double)value, value.ToString("R", s_invariant)),
        _ when type == typeof(string) || type == typeof(ReadOnlyMemory<char>) => (ReadOnlyMemory<char> value) => new string(value.Span),
        _ when type == typeof(byte[]) || type == typeof(ReadOnlyMemory<byte>) =>
            (ReadOnlyMemory<byte> value) => s_utf8.GetString(value.Span),
        _ when type == typeof(DateOnly) => (DateOnly value) => value.ToString("yyyy-MM-dd", s_invariant),
        _ when type == typeof(Guid) => (Guid value) => value.ToString("D"),
        _ => null,
    };

    private static Func<DateTime, string> Moment(DateTimeDataField field)
    {
        string format = field.DateTimeFormat == DateTimeFormat.Date ? "yyyy-MM-dd"
            : field.DateTimeFormat == DateTimeFormat.Timestamp && field.IsAdjustedToUTC ? "yyyy-MM-dd HH:mm:ss.FFFFFF'+00'"
            : "yyyy-MM-dd HH:mm:ss.FFFFFF";
        return value => value.ToString(format, s_invariant);
    }

    private static Delegate Time(TimeDataField field) => field.Precision switch
    {
        TimeUnitPrecision.Millis => (int value) => OfTicks(value * TimeSpan.TicksPerMillisecond),
        TimeUnitPrecision.Micros => (long value) => OfTicks(value * TimeSpan.TicksPerMicrosecond),
        _ => (long value) => OfTicks(value / TimeSpan.NanosecondsPerTick),
    };

    private static string OfTicks(long ticks) => new TimeOnly(ticks).ToString("HH:mm:ss.FFFFFF", s_invariant);

    // The places that the column declares are kept: 1.50 stays 1.50.
    private static string Decimal(BigInteger unscaled, int scale)
    {
        string digits = BigInteger.Abs(unscaled).ToString(s_invariant).PadLeft(scale + 1, '0');
        string sign = unscaled.Sign < 0 ? "-" : "";
        return scale == 0 ? sign + digits : $"{sign}{digits[..^scale]}.{digits[^scale..]}";
    }

    // A column of floating-point numbers shows that it is one: a reference that went through it reads 1234.0.
    private static string Float(double value, string shortest)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }

        double size = Math.Abs(value);
        if (size is >= 1e16 or (< 1e-4 and > 0))
        {
            return shortest.ToLowerInvariant();
        }

        string plain = shortest.Contains('E', StringComparison.Ordinal) ? Expanded(shortest) : shortest;
        return plain.Contains('.', StringComparison.Ordinal) ? plain : plain + ".0";
    }

    private static string Expanded(string shortest) => decimal.Parse(shortest, NumberStyles.Float, s_invariant).ToString(s_invariant);
}
