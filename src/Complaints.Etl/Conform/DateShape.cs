using Complaints.Etl.Conform.Values;
using Complaints.Etl.Mapping;

namespace Complaints.Etl.Conform;

/// <summary>How the distinct values of a column of dates are written, and the days they stand for.</summary>
internal sealed class DateShape
{
    private const int YearDigits = 4;

    private readonly List<DateOnly> _days = [];

    /// <summary>Dates whose order is told by how they are written, with a day up to 12.</summary>
    internal int EarlyDates { get; private set; }

    /// <summary>Such dates with a day after 12.</summary>
    internal int LateDates { get; private set; }

    /// <summary>Texts that are possible in the mapping's order of day and month alone.</summary>
    internal int TextsInOrder { get; private set; }

    /// <summary>Texts that are possible in the other order alone.</summary>
    internal int TextsInOther { get; private set; }

    /// <summary>Texts that are possible in either.</summary>
    internal int TextsInEither { get; private set; }

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
            bool own = reading.Fault == DateFault.None && !text.AsSpan().ContainsAnyInRange('A', 'z');
            EarlyDates += own && reading.Day.Day <= 12 ? 1 : 0;
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
            TextsInEither += day <= 12 ? 1 : 0;
        }
    }

    // Where the year is to stand first, these texts are no days; beside dates they still show that a spreadsheet took the others.
    private void AddYearLast(ReadOnlySpan<char> text, int first, int second)
    {
        bool yearLast = text.Length > YearDigits && !text[^YearDigits..].ContainsAnyExceptInRange('0', '9');
        bool late = Math.Max(first, second) > 12;
        bool possible = yearLast && first is > 0 and <= 31 && second is > 0 and <= 31 && Math.Min(first, second) <= 12;
        TextsInOther += possible && late ? 1 : 0;
        TextsInEither += possible && !late ? 1 : 0;
    }

    // Two numbers of at most two digits and a year after them: the year first would tell the order.
    private static bool TryParts(ReadOnlySpan<char> text, out int first, out int second)
    {
        first = second = 0;
        Span<Range> ranges = stackalloc Range[4];
        return text.SplitAny(ranges, "/-. ,", StringSplitOptions.RemoveEmptyEntries) == 3
            && text[ranges[0]].Length <= 2
            && int.TryParse(text[ranges[0]], out first)
            && int.TryParse(text[ranges[1]], out second)
            && int.TryParse(text[ranges[2]], out _);
    }
}
