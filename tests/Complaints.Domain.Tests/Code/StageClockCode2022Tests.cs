using Complaints.Domain.Code;

namespace Complaints.Domain.Tests.Code;

public class StageClockCode2022Tests
{
    // Monday 30 October 2023: no bank holiday until Christmas.
    private static readonly DateOnly s_received = new(2023, 10, 30);

    [Fact]
    public void Stage_1_counts_ten_working_days_from_logging()
    {
        StageDates logged = Cases.Open(Stage.One, s_received) with { Logged = Day(3) };

        Assert.Equal(InTimeBasis.Standard, (logged with { Responded = Day(13) }).Read().Basis);
        Assert.Equal(InTimeBasis.Late, (logged with { Responded = Day(14) }).Read().Basis);
        Assert.Equal(Day(3), logged.Read().ClockStartedOn);
        Assert.Equal(Day(13), logged.Read().StrictDue);
    }

    [Fact]
    public void A_missing_day_of_logging_is_the_day_of_receipt()
    {
        StageDates acknowledged = Cases.Open(Stage.One, s_received) with { Acknowledged = Day(4) };

        Assert.Equal(s_received, acknowledged.Read().ClockStartedOn);
        Assert.Equal(Day(10), acknowledged.Read().StandardDue);
        Assert.True(acknowledged.Read().AcknowledgedInTime);
    }

    [Fact]
    public void Logging_after_the_answer_did_not_start_its_clock() =>
        Assert.Equal(
            InTimeBasis.Late,
            (Cases.Open(Stage.One, s_received) with { Responded = Day(12), Logged = Day(13) }).Read().Basis);

    [Fact]
    public void Late_logging_wins_no_time_under_the_strict_reading()
    {
        StageDates late = Cases.Open(Stage.One, s_received) with { Logged = Day(9), Responded = Day(19) };

        Assert.Equal(InTimeBasis.Standard, late.Read().Basis);
        Assert.Equal(InTimeBasis.Late, late.Read(policy: new ClockPolicy { StrictClockStart = true }).Basis);
        Assert.Equal(Day(15), late.Read().StrictDue);
    }

    [Fact]
    public void Stage_2_counts_twenty_working_days_from_the_request_and_has_no_rule_on_acknowledgement()
    {
        StageDates escalated = Cases.Open(Stage.Two, s_received) with { Acknowledged = Day(7), Logged = Day(2) };

        Assert.Equal(Day(20), escalated.Read().StandardDue);
        Assert.Equal(InTimeBasis.Standard, (escalated with { Responded = Day(20) }).Read().Basis);
        Assert.Equal(InTimeBasis.Late, (escalated with { Responded = Day(21) }).Read().Basis);
        Assert.Null(escalated.Read().AcknowledgeDue);
        Assert.Null(escalated.Read().AcknowledgedInTime);
    }

    [Theory]
    [InlineData(Stage.One, 20)]
    [InlineData(Stage.Two, 30)]
    public void Both_stages_may_be_extended_by_ten_days(Stage stage, int latest)
    {
        StageDates extended = Cases.Open(stage, s_received) with
        {
            Logged = s_received,
            Extension = Cases.Extended(Day(10), Day(60)),
        };

        Assert.Equal(Day(latest), extended.Read().ExtendedDue);
        Assert.Equal(ExtensionFault.TooLong, extended.Read().ExtensionFault);
        Assert.Equal(InTimeBasis.Extension, (extended with { Responded = Day(latest) }).Read().Basis);
        Assert.Equal(InTimeBasis.Late, (extended with { Responded = Day(latest + 1) }).Read().Basis);
    }

    [Fact]
    public void The_Ombudsmans_details_are_not_asked_for() =>
        Assert.Equal(
            ExtensionFault.None,
            (Cases.Open(Stage.One, s_received) with
            {
                Logged = s_received,
                Extension = new Extension(Day(9), Day(15), "surveyor", OmbudsmanDetailsGiven: null),
            }).Read(policy: new ClockPolicy { StrictExtensions = true }).ExtensionFault);

    private static DateOnly Day(int number) => Cases.WorkingDay(number, s_received);
}
