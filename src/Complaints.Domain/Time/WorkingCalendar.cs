using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Domain.Storage;

namespace Complaints.Domain.Time;

/// <summary>
/// Which days are working days: Monday to Friday without the bank holidays of England and Wales, and, where a landlord asks for
/// it, without that landlord's own closure days.
/// </summary>
/// <remarks>
/// <para>The Code defines neither "working day" nor how to count; the day of the event is day 0 by universal practice
/// (docs/domain.md §3.4). So ten working days from Monday 3 June 2024 end on Monday 17 June 2024.</para>
/// <para>Counting may start from a day that is not a working day: one working day from a Saturday is the next Monday.</para>
/// <para>All operations take constant time. Every method refuses a day outside <see cref="FirstDay"/> to <see cref="LastDay"/> with
/// a <see cref="UserException"/>: a count over years without known bank holidays would be wrong and look right.</para>
/// </remarks>
public sealed class WorkingCalendar
{
    // _numbers[i]: working days from FirstDay up to and including FirstDay + i. _workingDays[n - 1]: the n-th working day.
    private readonly int[] _numbers;
    private readonly DateOnly[] _workingDays;

    private WorkingCalendar(string id, string version, HashSet<DateOnly> closures)
    {
        Id = id;
        Version = version;
        ClosureDays = [.. closures.Order()];
        FirstDay = EnglandAndWalesBankHolidays.FirstDay;
        LastDay = EnglandAndWalesBankHolidays.LastDay;
        BankHolidays = EnglandAndWalesBankHolidays.All;

        var holidays = new HashSet<DateOnly>(BankHolidays.Select(holiday => holiday.Day));
        _numbers = new int[LastDay.DayNumber - FirstDay.DayNumber + 1];
        var workingDays = new List<DateOnly>(_numbers.Length);
        for (int offset = 0; offset < _numbers.Length; offset++)
        {
            DateOnly day = FirstDay.AddDays(offset);
            bool weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            if (!weekend && !holidays.Contains(day) && !closures.Contains(day))
            {
                workingDays.Add(day);
            }

            _numbers[offset] = workingDays.Count;
        }

        _workingDays = [.. workingDays];
    }

    /// <summary>The calendar of England and Wales without closure days: what the Code's periods are counted in.</summary>
    public static WorkingCalendar EnglandAndWales { get; } =
        new(EnglandAndWalesBankHolidays.Id, EnglandAndWalesBankHolidays.Version, []);

    /// <summary>"england-and-wales"; with closure days "england-and-wales+" and the name given to them.</summary>
    public string Id { get; }

    /// <summary>The edition of the list of days; two calendars with the same id and version count alike.</summary>
    public string Version { get; }

    /// <summary>The first supported day, 2012-01-01.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>The last supported day, 2028-12-31.</summary>
    public DateOnly LastDay { get; }

    /// <summary>The bank holidays in the supported range, earliest first; closure days are not among them.</summary>
    public IReadOnlyList<BankHoliday> BankHolidays { get; }

    /// <summary>The landlord's closure days, earliest first; empty unless asked for.</summary>
    public IReadOnlyList<DateOnly> ClosureDays { get; }

    /// <summary>Whether <paramref name="day"/> lies in the supported range.</summary>
    public bool Covers(DateOnly day) => day >= FirstDay && day <= LastDay;

    /// <summary>Whether <paramref name="day"/> is a working day.</summary>
    /// <exception cref="UserException">Outside the supported range.</exception>
    public bool IsWorkingDay(DateOnly day)
    {
        int number = WorkingDayNumber(day);
        return number > 0 && _workingDays[number - 1] == day;
    }

    /// <summary>
    /// The running number of <paramref name="day"/>: working days from <see cref="FirstDay"/> up to and including it. A day that is
    /// not a working day has the number of the last working day before it, so the difference of two numbers is
    /// <see cref="WorkingDaysBetween"/>.
    /// </summary>
    /// <exception cref="UserException">Outside the supported range.</exception>
    public int WorkingDayNumber(DateOnly day) => Covers(day)
        ? _numbers[day.DayNumber - FirstDay.DayNumber]
        : throw OutOfRange(day);

    /// <summary>
    /// The working day that is <paramref name="count"/> working days after <paramref name="day"/>, which is day 0. With a count of zero,
    /// <paramref name="day"/> itself, working day or not.
    /// </summary>
    /// <exception cref="UserException">The day or the result is outside the supported range.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int number = WorkingDayNumber(day);
        if (count == 0)
        {
            return day;
        }

        // The working day after `day` has index `number`, because `number` of them are on or before it.
        return count <= _workingDays.Length - number
            ? _workingDays[number + count - 1]
            : throw BeyondTheEnd(day, count);
    }

    /// <inheritdoc cref="AddWorkingDays(DateOnly, int)"/>
    public DateOnly AddWorkingDays(DateOnly day, WorkingDays count) => AddWorkingDays(day, count.Count);

    /// <summary>
    /// Working days after <paramref name="from"/>, up to and including <paramref name="to"/>; 0 when <paramref name="to"/> is not after
    /// <paramref name="from"/>. This is "days taken": answered on the day of receipt is 0.
    /// </summary>
    /// <exception cref="UserException">Either day is outside the supported range.</exception>
    public int WorkingDaysBetween(DateOnly from, DateOnly to) =>
        Math.Max(0, WorkingDayNumber(to) - WorkingDayNumber(from));

    /// <summary>
    /// The same calendar in which <paramref name="days"/> are not worked either. Such days are <em>not</em> the Code's: periods counted
    /// with them are longer than the Code allows, so this is off unless a landlord asks, and every figure shows it in the
    /// calendar's id (docs/domain.md §3.4).
    /// </summary>
    /// <param name="name">Whose days, in lower-case letters, digits and hyphens, such as "lh3827-christmas".</param>
    /// <param name="days">The closure days; those that are no working days anyway change nothing.</param>
    /// <exception cref="UserException">
    /// A bad name, a day outside the range, or more days than <see cref="Limits.ClosureDays"/>.
    /// </exception>
    public WorkingCalendar WithClosureDays(string name, IReadOnlyCollection<DateOnly> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        if (string.IsNullOrEmpty(name) || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            throw new UserException(
                $"'{name}' cannot name a list of closure days.",
                expected: "lower-case letters, digits and hyphens",
                fix: "use something like lh3827-christmas");
        }

        var closures = new HashSet<DateOnly>(ClosureDays);
        foreach (DateOnly day in days)
        {
            _ = Covers(day) ? closures.Add(day) : throw OutOfRange(day);
        }

        if (closures.Count > Limits.ClosureDays)
        {
            throw new UserException(
                $"{closures.Count} closure days are too many.",
                expected: $"at most {Limits.ClosureDays} ({nameof(Limits)}.{nameof(Limits.ClosureDays)})",
                fix: "list only the days on which the landlord is closed but banks are open");
        }

        return new WorkingCalendar($"{Id}+{name}", $"{EnglandAndWalesBankHolidays.Version}+{Digest(closures)}", closures);
    }

    /// <summary>The calendar's id and version.</summary>
    public override string ToString() => $"{Id} {Version}";

    private static string Digest(IEnumerable<DateOnly> days)
    {
        string list = string.Join(',', days.Order().Select(Iso));
        return Sha256Hex.Of(list)[..8];
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private UserException OutOfRange(DateOnly day) => new(
        $"{Iso(day)} is outside the working calendar {Id}.",
        expected: $"a day from {Iso(FirstDay)} to {Iso(LastDay)}",
        fix: "check the date's year and the order of day and month; bank holidays of other years are not known");

    private UserException BeyondTheEnd(DateOnly day, int count) => new(
        $"{Iso(day)} and {count} working days lead beyond the working calendar {Id}.",
        expected: $"a result no later than {Iso(LastDay)}",
        fix: "check the date; bank holidays of later years are not known");
}
