namespace Complaints.Domain.Tests.Time;

/// <summary>Bank holidays by rule: a second way to the same days, apart from the table in the product.</summary>
internal static class StatutoryHolidays
{
    private static readonly Dictionary<DateOnly, DateOnly> s_moved = new()
    {
        [new DateOnly(2012, 5, 28)] = new DateOnly(2012, 6, 4),
        [new DateOnly(2020, 5, 4)] = new DateOnly(2020, 5, 8),
        [new DateOnly(2022, 5, 30)] = new DateOnly(2022, 6, 2),
    };

    private static readonly DateOnly[] s_extra =
        [new(2012, 6, 5), new(2022, 6, 3), new(2022, 9, 19), new(2023, 5, 8)];

    internal static IEnumerable<DateOnly> Of(int year)
    {
        DateOnly easter = EasterSunday(year);
        var taken = new HashSet<DateOnly>
        {
            easter.AddDays(-2),
            easter.AddDays(1),
            FirstMonday(year, 5),
            LastMonday(year, 5),
            LastMonday(year, 8),
        };
        DateOnly[] fixedDays = [new(year, 1, 1), new(year, 12, 25), new(year, 12, 26)];
        foreach (DateOnly day in fixedDays.Where(IsWeekday))
        {
            taken.Add(day);
        }

        foreach (DateOnly day in fixedDays.Where(day => !IsWeekday(day)))
        {
            DateOnly substitute = day;
            while (!IsWeekday(substitute) || taken.Contains(substitute))
            {
                substitute = substitute.AddDays(1);
            }

            taken.Add(substitute);
        }

        return taken.Select(day => s_moved.GetValueOrDefault(day, day)).Concat(s_extra.Where(day => day.Year == year));
    }

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private static DateOnly FirstMonday(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays((8 - (int)first.DayOfWeek) % 7);
    }

    private static DateOnly LastMonday(int year, int month)
    {
        DateOnly last = new DateOnly(year, month, 1).AddMonths(1).AddDays(-1);
        return last.AddDays(-(((int)last.DayOfWeek + 6) % 7));
    }

    // The Gregorian computus of Meeus, Jones and Butcher.
    private static DateOnly EasterSunday(int year)
    {
        int golden = year % 19;
        (int century, int rest) = Math.DivRem(year, 100);
        int correction = (century - ((century + 8) / 25) + 1) / 3;
        int epact = ((19 * golden) + century - (century / 4) - correction + 15) % 30;
        int weekday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - epact - (rest % 4)) % 7;
        int shift = (golden + (11 * epact) + (22 * weekday)) / 451;
        int number = epact + weekday - (7 * shift) + 114;
        return new DateOnly(year, number / 31, (number % 31) + 1);
    }
}
