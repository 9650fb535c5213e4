using System.Globalization;
using Complaints.Etl.Mapping;

namespace Complaints.Etl.Conform.Values;

/// <summary>Why a text is not a date.</summary>
internal enum DateFault
{
    /// <summary>It is one.</summary>
    None = 0,

    /// <summary>It cannot be read.</summary>
    Unreadable,

    /// <summary>It is impossible in the order given and possible with day and month swapped.</summary>
    OtherOrder,

    /// <summary>Its year is outside what is understood.</summary>
    OutOfRange,
}

/// <summary>
/// Reads a day from the ways in which exports write it: ISO with or without time and offset, day, month and year in the mapping's order,
/// month names, eight digits, and a spreadsheet's day number.
/// </summary>
internal static class DateText
{
    private const int FirstYear = 1900;
    private const int LastYear = 2199;
    private const int FirstSerial = 20_000;
    private const int LastSerial = 80_000;
    private const int LastDaySerial = 2_958_465;
    private const int CenturySplit = 70;

    private static readonly DateOnly s_serialZero = new(1899, 12, 30);

    private static readonly string[] s_months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <param name="text">The cell, trimmed and not empty.</param>
    /// <param name="order">The order of day, month and year where the text does not tell it.</param>
    /// <param name="day">The day; meaningless unless the result is <see cref="DateFault.None"/>.</param>
    /// <param name="serial">Whether it was a spreadsheet's day number.</param>
    internal static DateFault Read(string text, DateOrder order, out DateOnly day, out bool serial)
    {
        serial = false;
        if (IsIso(text))
        {
            return Iso(text, out day);
        }

        ReadOnlySpan<char> dayPart = WithoutTime(text);
        if (dayPart.ContainsAnyExceptInRange('0', '9'))
        {
            return Parts(dayPart, order, out day);
        }

        serial = dayPart.Length == 5;
        return dayPart.Length == 8 ? EightDigits(dayPart, order, out day) : Serial(dayPart, out day);
    }

    /// <summary>
    /// The whole day that a text begins with, where something else than a number follows: "13 February 2026 (re-issued)".
    /// </summary>
    /// <returns>The part of the text that is the day; null where there is none.</returns>
    internal static string? DayBefore(string text, DateOrder order)
    {
        for (int i = 1; i < text.Length - 1; i++)
        {
            if (!char.IsWhiteSpace(text[i]) && text[i] is not (',' or ';' or '('))
            {
                continue;
            }

            string before = text[..i].TrimEnd();
            ReadOnlySpan<char> remark = text.AsSpan(i).TrimStart(" ,;(");
            if (remark.Length > 0
                && !char.IsDigit(remark[0])
                && before.AsSpan().ContainsAnyExceptInRange('0', '9')
                && Read(before, order, out _, out _) == DateFault.None)
            {
                return before;
            }
        }

        return null;
    }

    private static bool IsIso(string text) =>
        text.Length >= 10 && text[4] == '-' && text[7] == '-' && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[3]);

    private static DateFault Iso(string text, out DateOnly day)
    {
        if (!DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return DateFault.Unreadable;
        }

        if (text.Length == 10)
        {
            return InRange(day);
        }

        ReadOnlySpan<char> time = text.AsSpan(10);
        if (time[0] is not ('T' or ' '))
        {
            return DateFault.Unreadable;
        }

        bool offset = time[^1] is 'Z' or 'z' || time.IndexOfAny('+', '-') > 0;
        if (offset
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment))
        {
            day = UkTime.DayOf(moment);
            return InRange(day);
        }

        return !offset && IsTime(time[1..]) ? InRange(day) : DateFault.Unreadable;
    }

    // "05/03/2024 14:35:10", "5 Mar 2024 2:35 PM" and "45356.61" name a day and a time of it.
    private static ReadOnlySpan<char> WithoutTime(ReadOnlySpan<char> text)
    {
        int colon = text.IndexOf(':');
        if (colon > 0)
        {
            int blank = text[..colon].LastIndexOfAny(' ', 'T');
            return blank > 0 && IsTime(text[(blank + 1)..]) ? text[..blank].TrimEnd(" ,") : text;
        }

        int point = text.IndexOf('.');
        bool number = point == 5
            && !text[..point].ContainsAnyExceptInRange('0', '9')
            && !text[(point + 1)..].ContainsAnyExceptInRange('0', '9');
        return number ? text[..point] : text;
    }

    private static bool IsTime(ReadOnlySpan<char> text) =>
        text.Length <= 24 && TimeOnly.TryParse(text.Trim(), CultureInfo.InvariantCulture, out _);

    private static DateFault Serial(ReadOnlySpan<char> digits, out DateOnly day)
    {
        day = default;
        // A spreadsheet's last day, 9999-12-31, and others beyond the years understood: what systems write for "never".
        if (digits.Length is 6 or 7
            && int.TryParse(digits, CultureInfo.InvariantCulture, out int far)
            && far <= LastDaySerial
            && far > LastSerial)
        {
            day = s_serialZero.AddDays(far);
            return InRange(day) == DateFault.OutOfRange ? DateFault.OutOfRange : DateFault.Unreadable;
        }

        if (digits.Length != 5
            || !int.TryParse(digits, CultureInfo.InvariantCulture, out int number)
            || number is < FirstSerial or > LastSerial)
        {
            return DateFault.Unreadable;
        }

        day = s_serialZero.AddDays(number);
        return DateFault.None;
    }

    private static DateFault EightDigits(ReadOnlySpan<char> digits, DateOrder order, out DateOnly day)
    {
        (int a, int b) = (2, 4);
        if (order == DateOrder.Ymd)
        {
            (a, b) = (4, 6);
        }

        return Triple(
            int.Parse(digits[..a], CultureInfo.InvariantCulture),
            int.Parse(digits[a..b], CultureInfo.InvariantCulture),
            int.Parse(digits[b..], CultureInfo.InvariantCulture),
            order,
            out day);
    }

    private static DateFault Parts(ReadOnlySpan<char> text, DateOrder order, out DateOnly day)
    {
        day = default;
        Span<Range> ranges = stackalloc Range[5];
        int count = text.SplitAny(ranges, "/-. ,", StringSplitOptions.RemoveEmptyEntries);
        if (count != 3)
        {
            return DateFault.Unreadable;
        }

        ReadOnlySpan<char> first = text[ranges[0]];
        ReadOnlySpan<char> second = text[ranges[1]];
        ReadOnlySpan<char> third = text[ranges[2]];
        if (MonthOf(second) is int middle)
        {
            return Named(first, middle, third, out day);
        }

        if (MonthOf(first) is int leading)
        {
            return Named(second, leading, third, out day);
        }

        if (!Number(first, out int a) || !Number(second, out int b) || !Number(third, out int c))
        {
            return DateFault.Unreadable;
        }

        DateOrder used = first.Length == 4 ? DateOrder.Ymd : order == DateOrder.Ymd && third.Length == 4 ? DateOrder.Dmy : order;
        return Triple(a, b, c, used, out day);
    }

    private static DateFault Named(ReadOnlySpan<char> dayText, int month, ReadOnlySpan<char> yearText, out DateOnly day)
    {
        ReadOnlySpan<char> plain = dayText.TrimEnd("stndrh");
        if (Number(plain, out int d) && Number(yearText, out int y))
        {
            return plain.Length == 4 ? Make(d, month, y, out day) : Make(y, month, d, out day);
        }

        day = default;
        return DateFault.Unreadable;
    }

    private static DateFault Triple(int a, int b, int c, DateOrder order, out DateOnly day)
    {
        (int year, int month, int dayOfMonth) = order switch
        {
            DateOrder.Dmy => (c, b, a),
            DateOrder.Mdy => (c, a, b),
            _ => (a, b, c),
        };
        DateFault fault = Make(year, month, dayOfMonth, out day);
        return fault == DateFault.Unreadable && Make(year, dayOfMonth, month, out _) == DateFault.None ? DateFault.OtherOrder : fault;
    }

    private static DateFault Make(int year, int month, int dayOfMonth, out DateOnly day)
    {
        day = default;
        int full = year < CenturySplit ? 2000 + year : year < 100 ? 1900 + year : year;
        if (month is < 1 or > 12 || full is < 1 or > 9999 || dayOfMonth < 1 || dayOfMonth > DateTime.DaysInMonth(full, month))
        {
            return DateFault.Unreadable;
        }

        day = new DateOnly(full, month, dayOfMonth);
        return InRange(day);
    }

    private static DateFault InRange(DateOnly day) => day.Year is >= FirstYear and <= LastYear ? DateFault.None : DateFault.OutOfRange;

    private static bool Number(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        return text.Length is 1 or 2 or 4
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
            && (text.Length < 4 || number >= 1000);
    }

    private static int? MonthOf(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || !char.IsAsciiLetter(text[0]))
        {
            return null;
        }

        for (int i = 0; i < s_months.Length; i++)
        {
            if (text.StartsWith(s_months[i], StringComparison.OrdinalIgnoreCase))
            {
                return i + 1;
            }
        }

        return null;
    }
}
