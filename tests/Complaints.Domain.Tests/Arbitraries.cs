using Complaints.Domain.Time;
using FsCheck;
using FsCheck.Fluent;

namespace Complaints.Domain.Tests;

/// <summary>Random inputs of the property tests.</summary>
internal static class Arbitraries
{
    /// <summary>A day of the calendar that leaves room for the longest period after it.</summary>
    internal static readonly Gen<DateOnly> Day = DayBetween(new DateOnly(2012, 1, 1), new DateOnly(2028, 6, 30));

    internal static Gen<DateOnly> DayBetween(DateOnly first, DateOnly last) =>
        Gen.Choose(first.DayNumber, last.DayNumber).Select(DateOnly.FromDayNumber);

    internal static Gen<T?> Maybe<T>(this Gen<T> gen)
        where T : struct =>
        Gen.Frequency((1, Gen.Constant<T?>(null)), (3, gen.Select(value => (T?)value)));

    /// <summary>What <c>[Property]</c> tries: <paramref name="property"/> of every input.</summary>
    internal static Property Holds<T>(this Gen<T> gen, Func<T, bool> property) => Prop.ForAll(gen.ToArbitrary(), property);

    /// <summary>Counts working days by walking, as a person with a wall calendar would.</summary>
    internal static int CountByWalking(WorkingCalendar calendar, DateOnly from, DateOnly to)
    {
        int count = 0;
        for (DateOnly day = from; day < to;)
        {
            day = day.AddDays(1);
            count += calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }
}
