using System.Globalization;

namespace Complaints.Etl.Extract.Sheets;

/// <summary>A workbook's cell as text, so that nothing of its value is lost or invented.</summary>
internal static class CellText
{
    /// <summary>A spreadsheet keeps 15 digits of a number; of a longer one the last digits are made up.</summary>
    private const double Exact = 1e15;

    // As numbers of the usual date system these are 20,000 to 80,000, which is what a day can be told by.
    private const int FirstOf1904 = 18_538;
    private const int LastOf1904 = 78_538;

    private static readonly DateOnly s_day0Of1904 = new(1904, 1, 1);

    /// <summary>
    /// Text as it stands, dates as ISO, whole numbers without an exponent (a UPRN shown as 1.00023E+11 is whole underneath) unless they
    /// have more digits than a spreadsheet keeps, other numbers in the shortest form that reads back equal.
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

    /// <summary>A number of a day in a workbook whose days count from 1904, as the day; anything else as it stands.</summary>
    internal static string DayOf1904(string text)
    {
        int point = text.IndexOf('.', StringComparison.Ordinal);
        ReadOnlySpan<char> whole = point < 0 ? text : text.AsSpan(0, point);
        return whole.Length == 5
            && (point < 0 || !text.AsSpan(point + 1).ContainsAnyExceptInRange('0', '9'))
            && int.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number is >= FirstOf1904 and <= LastOf1904
                ? s_day0Of1904.AddDays(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : text;
    }

    // A number of more digits than a spreadsheet keeps shows that it was one: 2.02406E+17.
    private static string OfNumber(double number) =>
        Math.Abs(number) >= Exact ? number.ToString("0.0##############E+0", CultureInfo.InvariantCulture)
        : Math.Floor(number) == number ? ((long)number).ToString(CultureInfo.InvariantCulture)
        : Math.Abs(number) > 1e-5 ? number.ToString("0.#################", CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);
}
