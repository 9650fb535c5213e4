using Complaints.Domain.Code;
using Complaints.Domain.Time;

namespace Complaints.Domain.Tests.Code;

/// <summary>Shorthand for stages in tests.</summary>
internal static class Cases
{
    internal static readonly WorkingCalendar Calendar = WorkingCalendar.EnglandAndWales;

    /// <summary>A Monday in a stretch of weeks without bank holidays, under the Code 2024.</summary>
    internal static readonly DateOnly Monday = new(2024, 6, 3);

    /// <summary>A day after everything that the tests let happen.</summary>
    internal static readonly DateOnly Later = new(2025, 3, 31);

    internal static DateOnly WorkingDay(int number, DateOnly? from = null) => Calendar.AddWorkingDays(from ?? Monday, number);

    internal static StageDates Open(Stage stage, DateOnly? received = null) =>
        new(stage, received ?? Monday, Logged: null, Acknowledged: null, Responded: null, Extension: null);

    internal static Extension Extended(DateOnly? agreed, DateOnly? to) => new(agreed, to, "complex", OmbudsmanDetailsGiven: true);

    internal static ClockReading Read(this StageDates dates, DateOnly? asAt = null, ClockPolicy? policy = null) =>
        StageClock.Read(dates, CodeRules.For(dates.Received), Calendar, asAt ?? Later, policy ?? ClockPolicy.Literal);
}
