using Complaints.Domain.Time;

namespace Complaints.Escalation.Cases;

/// <summary>
/// Working days between any two days. A date outside the calendar (a year mistyped in a plan) counts as the calendar's nearest end: a
/// feature must not stop a whole scoring run.
/// </summary>
internal static class WorkingDaySpan
{
    private static readonly WorkingCalendar s_calendar = WorkingCalendar.EnglandAndWales;

    /// <summary>Working days after the first day, up to and including the second; negative when the second is the earlier.</summary>
    public static int Signed(DateOnly from, DateOnly to) => Number(to) - Number(from);

    /// <summary>As <see cref="Signed"/>, but 0 when the second is the earlier.</summary>
    public static int Between(DateOnly from, DateOnly to) => Math.Max(0, Signed(from, to));

    private static int Number(DateOnly day) => s_calendar.WorkingDayNumber(
        day < s_calendar.FirstDay ? s_calendar.FirstDay : day > s_calendar.LastDay ? s_calendar.LastDay : day);
}
