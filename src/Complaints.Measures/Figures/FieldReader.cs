using System.Data.Common;
using System.Globalization;

namespace Complaints.Measures.Figures;

/// <summary>Reads numbers whatever width the engine gave them.</summary>
internal static class FieldReader
{
    internal static int Int(DbDataReader reader, int ordinal) => checked((int)Long(reader, ordinal));

    /// <summary>A number with decimals, without zeros at its end; 0 for none.</summary>
    internal static decimal Decimal(DbDataReader reader, int ordinal) => reader.GetValue(ordinal) switch
    {
        decimal value => value / 1.0000000000000000000000000000m,
        object value => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
    };

    internal static long Long(DbDataReader reader, int ordinal) => reader.GetValue(ordinal) switch
    {
        long value => value,
        int value => value,
        short value => value,
        sbyte value => value,
        object value => Convert.ToInt64(value, CultureInfo.InvariantCulture),
    };
}
