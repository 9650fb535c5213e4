using System.Text.RegularExpressions;
using Complaints.Etl.Conform.Values;
using Complaints.Etl.Mapping;

namespace Complaints.Etl.Conform;

/// <summary>How the distinct values of a column of dates are written, and the days they stand for.</summary>
internal sealed partial class DateShape
{
    private const int YearDigits = 4;
    private const string Separators = "/-. ,";

    private readonly List<DateOnly> _days = [];
    private readonly Dictionary<(char Separator, int YearDigits), (int Either, int Late)> _ways = [];
    private int _earlyDates;
    private int _textsInEither;

    /// <summary>
    /// Dates whose order is told by how they are written, with a day up to 12; and texts of a way of writing in which no day is after 12,
    /// where another way has such days: a spreadsheet writes the dates it made in a way of its own.
    /// </summary>
    internal int EarlyDates => _earlyDates + Ways(hasLate: false);

    /// <summary>Such dates with a day after 12.</summary>
    internal int LateDates { get; private set; }

    /// <summary>Texts that are possible in the mapping's order of day and month alone.</summary>
    internal int TextsInOrder { get; private set; }

    /// <summary>Texts that are possible in the other order alone.</summary>
    internal int TextsInOther { get; private set; }

    /// <summary>Texts that are possible in either.</summary>
    internal int TextsInEither => _textsInEither + Ways(hasLate: true);

    /// <summary>All days that could be read.</summary>
    internal IReadOnlyList<DateOnly> Days => _days;

    internal void Add(string text, BoundField field)
    {
        BoundField.DateReading reading = field.Date(text);
        if (reading.Fault == DateFault.None)
        {
            _days.Add(reading.Day);
        }

        if (!TryParts(text, out int first, out int second))
        {
            bool own = reading.Fault == DateFault.None && !DayAndMonth().IsMatch(text);
            _earlyDates += own && reading.Day.Day <= 12 ? 1 : 0;
            LateDates += own && reading.Day.Day > 12 ? 1 : 0;
            return;
        }

        if (field.Order == DateOrder.Ymd)
        {
            AddYearLast(text, first, second);
            return;
        }

        (int day, int month) = field.Order == DateOrder.Mdy ? (second, first) : (first, second);
        if (reading.Fault == DateFault.OtherOrder)
        {
            TextsInOther++;
        }
        else if (reading.Fault == DateFault.None && month <= 12)
        {
            TextsInOrder += day > 12 ? 1 : 0;
        }

        if (reading.Fault == DateFault.OtherOrder || (reading.Fault == DateFault.None && month <= 12))
        {
            bool late = Math.Max(day, month) > 12;
            (char, int) way = (text[text.AsSpan().IndexOfAny(Separators)], text.Length - text.AsSpan().LastIndexOfAny(Separators) - 1);
            (int either, int lateTexts) = _ways.GetValueOrDefault(way);
            _ways[way] = (either + (late ? 0 : 1), lateTexts + (late ? 1 : 0));
        }
    }

    // Where no way of writing has a day after 12, none stands apart.
    private int Ways(bool hasLate)
    {
        bool apart = _ways.Values.Any(way => way.Late > 0);
        return _ways.Values.Where(way => apart ? way.Late > 0 == hasLate : hasLate).Sum(way => way.Either);
    }

    // Where the year is to stand first, these texts are no days; beside dates they still show that a spreadsheet took the others.
    private void AddYearLast(ReadOnlySpan<char> text, int first, int second)
    {
        bool yearLast = text.Length > YearDigits && !text[^YearDigits..].ContainsAnyExceptInRange('0', '9');
        bool late = Math.Max(first, second) > 12;
        bool possible = yearLast && first is > 0 and <= 31 && second is > 0 and <= 31 && Math.Min(first, second) <= 12;
        TextsInOther += possible && late ? 1 : 0;
        _textsInEither += possible && !late ? 1 : 0;
    }

    // With a remark behind it, say: two numbers that are a day and a month in one order or the other.
    [GeneratedRegex(@"(?<!\d)\d{1,2}[/.\-, ]\s?\d{1,2}[/.\-, ]\s?\d{2,4}(?!\d)")]
    private static partial Regex DayAndMonth();

    // Two numbers of at most two digits and a year after them: the year first would tell the order.
    private static bool TryParts(ReadOnlySpan<char> text, out int first, out int second)
    {
        first = second = 0;
        Span<Range> ranges = stackalloc Range[4];
        return text.SplitAny(ranges, Separators, StringSplitOptions.RemoveEmptyEntries) == 3
            && text[ranges[0]].Length <= 2
            && int.TryParse(text[ranges[0]], out first)
            && int.TryParse(text[ranges[1]], out second)
            && int.TryParse(text[ranges[2]], out _);
    }
}
