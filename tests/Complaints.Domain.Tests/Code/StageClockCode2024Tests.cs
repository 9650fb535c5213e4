using Complaints.Domain.Code;

namespace Complaints.Domain.Tests.Code;

public class StageClockCode2024Tests
{
    [Theory]
    [InlineData(Stage.One, 15)]
    [InlineData(Stage.Two, 25)]
    public void The_latest_in_time_day_without_extension(Stage stage, int workingDaysFromReceipt)
    {
        StageDates acknowledgedLate = Cases.Open(stage) with { Acknowledged = Cases.WorkingDay(5) };

        ClockReading onTheDay = (acknowledgedLate with { Responded = Cases.WorkingDay(workingDaysFromReceipt) }).Read();
        ClockReading dayAfter = (acknowledgedLate with { Responded = Cases.WorkingDay(workingDaysFromReceipt + 1) }).Read();

        Assert.Equal(InTimeBasis.Standard, onTheDay.Basis);
        Assert.Equal(workingDaysFromReceipt, onTheDay.WorkingDaysTaken);
        Assert.Equal(InTimeBasis.Late, dayAfter.Basis);
        Assert.True(onTheDay.AcknowledgedInTime);
    }

    [Theory]
    [InlineData(Stage.One, 25)]
    [InlineData(Stage.Two, 45)]
    public void The_latest_in_time_day_with_extension(Stage stage, int workingDaysFromReceipt)
    {
        StageDates extended = Cases.Open(stage) with
        {
            Acknowledged = Cases.WorkingDay(5),
            Extension = Cases.Extended(Cases.WorkingDay(10), Cases.WorkingDay(workingDaysFromReceipt)),
        };

        ClockReading onTheDay = (extended with { Responded = Cases.WorkingDay(workingDaysFromReceipt) }).Read();
        ClockReading dayAfter = (extended with { Responded = Cases.WorkingDay(workingDaysFromReceipt + 1) }).Read();

        Assert.Equal(InTimeBasis.Extension, onTheDay.Basis);
        Assert.Equal(ExtensionFault.None, onTheDay.ExtensionFault);
        Assert.Equal(InTimeBasis.Late, dayAfter.Basis);
    }

    [Fact]
    public void An_early_acknowledgement_starts_the_clock_early()
    {
        ClockReading reading = (Cases.Open(Stage.One) with { Acknowledged = Cases.WorkingDay(1) }).Read(Cases.WorkingDay(2));

        Assert.Equal(Cases.WorkingDay(1), reading.ClockStartedOn);
        Assert.Equal(Cases.WorkingDay(5), reading.AcknowledgeDue);
        Assert.Equal(Cases.WorkingDay(11), reading.StandardDue);
        Assert.Equal(Cases.WorkingDay(11), reading.StrictDue);
        Assert.Equal(Cases.WorkingDay(11), reading.Due);
        Assert.Null(reading.ExtendedDue);
    }

    [Fact]
    public void A_late_acknowledgement_still_starts_the_clock_and_is_reported_by_itself()
    {
        StageDates late = Cases.Open(Stage.One) with { Acknowledged = Cases.WorkingDay(8), Responded = Cases.WorkingDay(18) };

        ClockReading literal = late.Read();
        ClockReading strict = late.Read(policy: new ClockPolicy { StrictClockStart = true });

        Assert.False(literal.AcknowledgedInTime);
        Assert.Equal(InTimeBasis.Standard, literal.Basis);
        Assert.Equal(Cases.WorkingDay(18), literal.StandardDue);
        Assert.Equal(Cases.WorkingDay(15), literal.StrictDue);
        Assert.Equal(InTimeBasis.Late, strict.Basis);
        Assert.Equal(Cases.WorkingDay(15), strict.StandardDue);
        Assert.Equal(Cases.WorkingDay(5), strict.ClockStartedOn);
        Assert.Equal(("literal", "strict-clock-start"), (literal.PolicyId, strict.PolicyId));
    }

    [Fact]
    public void Without_an_acknowledgement_the_clock_starts_on_the_last_permitted_day()
    {
        ClockReading reading = Cases.Open(Stage.One).Read(Cases.WorkingDay(6));

        Assert.Equal(Cases.WorkingDay(5), reading.ClockStartedOn);
        Assert.Equal(Cases.WorkingDay(15), reading.StandardDue);
        Assert.False(reading.AcknowledgedInTime);
    }

    [Fact]
    public void An_answer_before_any_acknowledgement_is_in_time()
    {
        ClockReading reading = (Cases.Open(Stage.One) with { Responded = Cases.WorkingDay(3) }).Read();

        Assert.Equal(InTimeBasis.Standard, reading.Basis);
        Assert.True(reading.InTime);
        Assert.Null(reading.AcknowledgedInTime);
    }

    [Fact]
    public void An_acknowledgement_after_the_answer_cannot_make_the_answer_timely()
    {
        ClockReading reading = (Cases.Open(Stage.One) with
        {
            Responded = Cases.WorkingDay(30),
            Acknowledged = Cases.WorkingDay(31),
        }).Read();

        Assert.Equal(InTimeBasis.Late, reading.Basis);
        Assert.Equal(Cases.WorkingDay(5), reading.ClockStartedOn);
        Assert.False(reading.AcknowledgedInTime);
    }

    [Fact]
    public void The_day_for_the_acknowledgement_itself_is_in_time()
    {
        StageDates open = Cases.Open(Stage.Two);

        Assert.True((open with { Acknowledged = Cases.WorkingDay(5) }).Read().AcknowledgedInTime);
        Assert.False((open with { Acknowledged = Cases.WorkingDay(6) }).Read().AcknowledgedInTime);
        Assert.Null(open.Read(Cases.WorkingDay(5)).AcknowledgedInTime);
        Assert.False(open.Read(Cases.WorkingDay(6)).AcknowledgedInTime);
    }

    [Fact]
    public void A_complaint_of_Maundy_Thursday_2024_skips_Easter_in_every_count()
    {
        // Received under the Code 2022 on the day before Good Friday; Easter Monday is the first day of the Code 2024.
        var thursday = new DateOnly(2024, 3, 28);
        ClockReading before = (Cases.Open(Stage.One, thursday) with { Logged = thursday }).Read();
        ClockReading after = (Cases.Open(Stage.One, new DateOnly(2024, 4, 1)) with
        {
            Acknowledged = new DateOnly(2024, 4, 2),
        }).Read();

        Assert.Equal("code-2022", before.RuleId);
        Assert.Equal(new DateOnly(2024, 4, 15), before.StandardDue);
        Assert.Equal("code-2024", after.RuleId);
        Assert.Equal(new DateOnly(2024, 4, 8), after.AcknowledgeDue);
        Assert.Equal(new DateOnly(2024, 4, 16), after.StandardDue);
    }
}
