using System.Globalization;
using System.Text.RegularExpressions;
using Complaints.Domain.Errors;

namespace Complaints.Learning.Bench;

/// <summary>
/// The time of each row as a key. The column is judged as a whole: all whole numbers, all months or all days, and whether the day or the
/// month comes first is what every cell allows, never what one cell suggests.
/// </summary>
/// <param name="Kind">What the keys are.</param>
/// <param name="Keys">By row.</param>
/// <param name="MonthFirst">Whether the month was taken to come first; false where nothing was open.</param>
internal sealed partial record TimeColumn(TimeKind Kind, int[] Keys, bool MonthFirst = false)
{
    private const string Expected = "whole numbers, months as yyyy-MM, or days as yyyy-MM-dd, d/m/yyyy or m/d/yyyy, with a time or without";

    /// <summary>Reads a column.</summary>
    /// <param name="cells">Its cells.</param>
    /// <param name="name">Its name.</param>
    /// <param name="monthFirst">Whether the month comes first where that is open; null where nobody said.</param>
    /// <exception cref="UserException">
    /// A cell is no time, the cells are of different kinds, or either order of day and month is possible.
    /// </exception>
    public static TimeColumn Read(List<string> cells, string name, bool? monthFirst)
    {
        Reading[] readings = [.. cells.Select((cell, row) => ReadCell(cell) ?? throw NotATime(cell, row, name))];
        TimeKind kind = readings[0].Kind;
        int other = Array.FindIndex(readings, r => r.Kind != kind);
        if (other >= 0)
        {
            throw new UserException(
                $"'{cells[0]}' and '{cells[other]}' are times of different kinds.", where: $"column '{name}', rows 1 and {other + 1} below the header",
                expected: Expected, fix: "Write all of them in one form, or name another column with --time.");
        }

        bool turned = readings.Any(r => r.IsOpen) && MonthComesFirst(readings, cells, name, monthFirst);
        int[] keys = [.. readings.Select((r, row) => r.Key(turned) ?? throw NotATime(cells[row], row, name))];
        return new TimeColumn(kind == TimeKind.Number ? KindOf(keys) : kind, keys, turned);
    }

    /// <summary>The day that a cell of another column names; null where it is none.</summary>
    public static DateOnly? DayOf(string cell, bool monthFirst) =>
        ReadCell(cell) is { Kind: TimeKind.Day } reading && reading.Key(monthFirst) is { } key ? Day(key) : null;

    /// <summary>
    /// By row, the day number of its time, a month's being that of its first day; null where the keys only have an order.
    /// </summary>
    public int[]? DayNumbers() => Kind switch
    {
        TimeKind.Day => [.. Keys.Select(key => Day(key).DayNumber)],
        TimeKind.Month => [.. Keys.Select(key => Day((key * 100) + 1).DayNumber)],
        _ => null,
    };

    private static DateOnly Day(int key) => new(key / 10_000, key / 100 % 100, key % 100);

    private static bool MonthComesFirst(Reading[] readings, List<string> cells, string name, bool? asked)
    {
        int notMonthFirst = Array.FindIndex(readings, r => r.IsOpen && r.Key(monthFirst: true) is null);
        int notDayFirst = Array.FindIndex(readings, r => r.IsOpen && r.Key(monthFirst: false) is null);
        if (notMonthFirst >= 0 && notDayFirst >= 0)
        {
            throw new UserException(
                $"In '{cells[notMonthFirst]}' the day comes first, in '{cells[notDayFirst]}' the month.",
                where: $"column '{name}', rows {notMonthFirst + 1} and {notDayFirst + 1} below the header",
                expected: "one order in the whole column", fix: "Write all days in one form, best as yyyy-MM-dd.");
        }

        if (asked is { } wanted)
        {
            int against = wanted ? notMonthFirst : notDayFirst;
            return against < 0 ? wanted : throw NotATime(cells[against], against, name);
        }

        return notDayFirst >= 0 || (notMonthFirst < 0
            ? throw new UserException(
                "No day of the column says whether the day or the month comes first.", where: $"column '{name}'",
                expected: "a day after the 12th somewhere, or the order", fix: "Say it with --date-order dmy or --date-order mdy.")
            : false);
    }

    // Whole numbers that can all be read as days or months are such: a range of months then means all of their days.
    private static TimeKind KindOf(int[] keys) =>
        keys.All(k => IsDay(k / 10_000, k / 100 % 100, k % 100)) ? TimeKind.Day
        : keys.All(k => IsDay(k / 100, k % 100, 1)) ? TimeKind.Month
        : TimeKind.Number;

    private static Reading? ReadCell(string cell)
    {
        cell = cell.Trim();
        Match match = WholeNumber().Match(cell);
        if (match.Success && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return new Reading(TimeKind.Number, number, 0, 0, IsOpen: false);
        }

        match = YearFirst().Match(cell);
        if (match.Success)
        {
            return match.Groups[3].Success
                ? new Reading(TimeKind.Day, Part(match, 1), Part(match, 2), Part(match, 3), IsOpen: false)
                : new Reading(TimeKind.Month, Part(match, 1), Part(match, 2), 1, IsOpen: false);
        }

        match = YearLast().Match(cell);
        if (match.Success)
        {
            return new Reading(TimeKind.Day, Part(match, 3), Part(match, 2), Part(match, 1), IsOpen: true);
        }

        match = CompactDay().Match(cell);
        if (match.Success && IsDay(Part(match, 1), Part(match, 2), Part(match, 3)))
        {
            return new Reading(TimeKind.Day, Part(match, 1), Part(match, 2), Part(match, 3), IsOpen: false);
        }

        match = NamedMonth().Match(cell);
        match = match.Success ? match : NamedMonthFirst().Match(cell);
        return match.Success && MonthNamed(match.Groups["month"].Value) is { } month
            ? new Reading(
                match.Groups["day"].Success ? TimeKind.Day : TimeKind.Month, Year(match.Groups["year"].ValueSpan), month,
                match.Groups["day"].Success ? int.Parse(match.Groups["day"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 1,
                IsOpen: false)
            : null;
    }

    private static int? MonthNamed(string name) => DateOnly.TryParseExact(
        $"1 {name} 2000",
        ["d MMM yyyy", "d MMMM yyyy"],
        CultureInfo.InvariantCulture,
        DateTimeStyles.None,
        out DateOnly day) ? day.Month : null;

    // Spreadsheets write 05-Mar-16; a month by its name leaves no doubt which part the year is.
    private static int Year(ReadOnlySpan<char> digits) =>
        int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) is var year
            && digits.Length == 4 ? year : year < 70 ? 2000 + year : 1900 + year;

    private static int Part(Match match, int group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool IsDay(int year, int month, int day) =>
        year is >= 1800 and <= 2999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static UserException NotATime(string cell, int row, string name) => new(
        $"'{cell}' is not a time.", where: $"row {row + 1} below the header, column '{name}'", expected: Expected,
        fix: "Correct the cell, or name another column with --time.");

    [GeneratedRegex(@"^(\d{1,9})(?:\.0+)?$")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:[T ]\s*\d{1,2}:\d{2}.*)?)?$")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ]\s*\d{1,2}:\d{2}.*)?$")]
    private static partial Regex YearLast();

    [GeneratedRegex(@"^(\d{4})(\d{2})(\d{2})[T ]?\d{2}(?::?\d{2}.*)?$")]
    private static partial Regex CompactDay();

    [GeneratedRegex(@"^(?:[A-Za-z]{3,9},? )?(?<day>\d{1,2})[- ](?<month>[A-Za-z]{3,9})[- ](?<year>\d{4}|\d{2})(?:[T ]\s*\d{1,2}:\d{2}.*)?$")]
    private static partial Regex NamedMonth();

    [GeneratedRegex(@"^(?<month>[A-Za-z]{3,9})[- ](?:(?<day>\d{1,2}),?[- ])?(?<year>\d{4})(?:[T ]\s*\d{1,2}:\d{2}.*)?$")]
    private static partial Regex NamedMonthFirst();

    /// <summary>A cell. Where the order is open, <paramref name="Day"/> is the part that comes first.</summary>
    private readonly record struct Reading(TimeKind Kind, int Year, int Month, int Day, bool IsOpen)
    {
        public int? Key(bool monthFirst)
        {
            (int month, int day) = IsOpen && monthFirst ? (Day, Month) : (Month, Day);
            return Kind == TimeKind.Number ? Year
                : !IsDay(Year, month, day) ? null
                : Kind == TimeKind.Month ? (Year * 100) + month
                : (Year * 10_000) + (month * 100) + day;
        }
    }
}
