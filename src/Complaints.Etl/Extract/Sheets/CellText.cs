using System.Globalization;

namespace Complaints.Etl.Extract.Sheets;

/// <summary>A workbook's cell as text, so that nothing of its value is lost or invented.</summary>
internal static class CellText
{
    private const double ExactWhole = 9_007_199_254_740_992;

    /// <summary>
    /// Text as it stands, dates as ISO, whole numbers without an exponent (a UPRN shown as 1.00023E+11 is whole underneath), other numbers
    /// in the shortest form that reads back equal.
    /// </summary>
    internal static string Of(object? value) => value switch
    {
        null => "",
        string text => text,
        double number => OfNumber(number),
        int number => number.ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "TRUE" : "FALSE",
        DateTime moment => moment.ToString(
            moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss",
            CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string OfNumber(double number) =>
        Math.Floor(number) == number && Math.Abs(number) <= ExactWhole
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : Math.Abs(number) is > 1e-5 and < 1e15
                ? number.ToString("0.#################", CultureInfo.InvariantCulture)
                : number.ToString("R", CultureInfo.InvariantCulture);
}
