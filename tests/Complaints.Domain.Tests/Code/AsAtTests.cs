using Complaints.Domain.Code;
using Complaints.Domain.Errors;

namespace Complaints.Domain.Tests.Code;

public class AsAtTests
{
    private static readonly StageDates s_case = Cases.Open(Stage.One) with
    {
        Acknowledged = Cases.WorkingDay(2),
        Extension = Cases.Extended(Cases.WorkingDay(9), Cases.WorkingDay(18)),
        Responded = Cases.WorkingDay(17),
    };

    [Fact]
    public void Before_the_answer_a_stage_is_open_and_its_days_run_on()
    {
        ClockReading reading = s_case.Read(Cases.WorkingDay(16));

        Assert.Equal(InTimeBasis.Open, reading.Basis);
        Assert.Null(reading.InTime);
        Assert.Equal(16, reading.WorkingDaysTaken);
        Assert.Equal(22, reading.CalendarDaysTaken);
        Assert.False(reading.IsOverdue);
    }

    [Fact]
    public void On_the_day_of_the_answer_it_is_answered() =>
        Assert.Equal(
            (InTimeBasis.Extension, 17), (s_case.Read(Cases.WorkingDay(17)).Basis, s_case.Read(Cases.WorkingDay(17)).WorkingDaysTaken));

    [Fact]
    public void An_extension_not_yet_agreed_does_not_move_the_due_date()
    {
        Assert.Null(s_case.Read(Cases.WorkingDay(8)).ExtendedDue);
        Assert.Equal(ExtensionFault.None, s_case.Read(Cases.WorkingDay(8)).ExtensionFault);
        Assert.Equal(Cases.WorkingDay(18), s_case.Read(Cases.WorkingDay(9)).ExtendedDue);
    }

    [Fact]
    public void An_acknowledgement_not_yet_given_does_not_start_the_clock()
    {
        Assert.Equal(Cases.WorkingDay(5), s_case.Read(Cases.WorkingDay(1)).ClockStartedOn);
        Assert.Equal(Cases.WorkingDay(2), s_case.Read(Cases.WorkingDay(2)).ClockStartedOn);
    }

    [Fact]
    public void An_open_stage_is_overdue_from_the_day_after_it_was_due()
    {
        StageDates open = s_case with { Responded = null };

        Assert.False(open.Read(Cases.WorkingDay(18)).IsOverdue);
        Assert.True(open.Read(Cases.WorkingDay(18).AddDays(1)).IsOverdue);
    }

    [Fact]
    public void A_stage_received_later_is_open_and_has_taken_no_days()
    {
        ClockReading reading = s_case.Read(Cases.Monday.AddDays(-1));

        Assert.Equal(InTimeBasis.Open, reading.Basis);
        Assert.Null(reading.WorkingDaysTaken);
        Assert.Null(reading.CalendarDaysTaken);
        Assert.False(reading.IsOverdue);
    }

    [Fact]
    public void An_answer_on_the_day_of_receipt_took_no_days()
    {
        ClockReading reading = (Cases.Open(Stage.One) with { Responded = Cases.Monday }).Read();

        Assert.Equal((0, 0), (reading.WorkingDaysTaken, reading.CalendarDaysTaken));
        Assert.Equal(InTimeBasis.Standard, reading.Basis);
    }

    [Fact]
    public void A_reading_says_what_it_was_made_with()
    {
        ClockReading reading = s_case.Read();

        Assert.Equal(
            ("code-2024", "england-and-wales", "literal", Cases.Later),
            (reading.RuleId, reading.CalendarId, reading.PolicyId, reading.AsAt));
        Assert.Equal(
            "strict-extensions+strict-clock-start",
            new ClockPolicy { StrictClockStart = true, StrictExtensions = true }.Id);
        Assert.Equal("strict-extensions", new ClockPolicy { StrictExtensions = true }.Id);
    }

    [Fact]
    public void Dates_that_cannot_be_true_are_refused_with_all_their_faults()
    {
        DateOnly before = Cases.Monday.AddDays(-1);
        StageDates impossible = Cases.Open(Stage.One) with { Logged = before, Acknowledged = before, Responded = before };

        Assert.Equal(
            DateOrderFaults.LoggedBeforeReceived | DateOrderFaults.AcknowledgedBeforeReceived | DateOrderFaults.RespondedBeforeReceived,
            impossible.OrderFaults);
        Assert.Equal(DateOrderFaults.None, s_case.OrderFaults);
        UserException refused = Assert.Throws<UserException>(() => impossible.Read());
        Assert.Contains("RespondedBeforeReceived", refused.Message, StringComparison.Ordinal);
        Assert.Contains("2024-06-03", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_before_the_calendar_is_refused() =>
        Assert.Throws<UserException>(() => Cases.Open(Stage.One, new DateOnly(2011, 6, 1)).Read());
}
