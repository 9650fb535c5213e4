using Complaints.Domain.Code;

namespace Complaints.Domain.Tests.Code;

public class ExtensionTests
{
    // Acknowledged on day 2: due on day 12, at the latest on day 22.
    private static readonly StageDates s_case = Cases.Open(Stage.One) with { Acknowledged = Cases.WorkingDay(2) };
    private static readonly ClockPolicy s_strict = new() { StrictExtensions = true };

    [Fact]
    public void An_extension_agreed_on_the_standard_due_date_counts() =>
        Expect(Cases.Extended(Cases.WorkingDay(12), Cases.WorkingDay(18)), Cases.WorkingDay(18), ExtensionFault.None);

    [Fact]
    public void An_extension_agreed_after_the_deadline_does_not_count() =>
        Expect(Cases.Extended(Cases.WorkingDay(13), Cases.WorkingDay(18)), null, ExtensionFault.AgreedAfterDeadline);

    [Fact]
    public void An_extension_agreed_before_the_complaint_came_does_not_count() =>
        Expect(Cases.Extended(Cases.Monday.AddDays(-1), Cases.WorkingDay(18)), null, ExtensionFault.AgreedBeforeReceived);

    [Fact]
    public void An_extension_to_no_later_day_does_not_count() =>
        Expect(Cases.Extended(Cases.WorkingDay(9), Cases.WorkingDay(12)), null, ExtensionFault.NotLonger);

    [Fact]
    public void An_extension_that_is_too_long_is_capped() =>
        Expect(Cases.Extended(Cases.WorkingDay(9), Cases.WorkingDay(23)), Cases.WorkingDay(22), ExtensionFault.TooLong);

    [Fact]
    public void The_longest_permitted_extension_is_not_too_long() =>
        Expect(Cases.Extended(Cases.WorkingDay(9), Cases.WorkingDay(22)), Cases.WorkingDay(22), ExtensionFault.None);

    [Fact]
    public void Without_a_new_date_an_extension_runs_to_the_longest_permitted() =>
        Expect(Cases.Extended(Cases.WorkingDay(9), null), Cases.WorkingDay(22), ExtensionFault.NoDate);

    [Fact]
    public void Without_the_day_of_agreement_an_extension_is_accepted_and_flagged() =>
        Expect(Cases.Extended(null, Cases.WorkingDay(18)), Cases.WorkingDay(18), ExtensionFault.NoAgreedDate);

    [Fact]
    public void Without_any_date_nothing_shows_that_it_was_made_in_time() =>
        Expect(Cases.Extended(null, null), null, ExtensionFault.NoDate | ExtensionFault.NoAgreedDate);

    [Theory]
    [InlineData(null)]
    [InlineData(false)]
    public void A_missing_reason_or_missing_details_flag_an_extension_and_end_it_only_under_the_strict_policy(bool? details)
    {
        var bare = new Extension(Cases.WorkingDay(9), Cases.WorkingDay(18), " ", details);

        Expect(bare, Cases.WorkingDay(18), ExtensionFault.NoReason | ExtensionFault.NoOmbudsmanDetails);
        Expect(bare, null, ExtensionFault.NoReason | ExtensionFault.NoOmbudsmanDetails, s_strict);
    }

    [Fact]
    public void The_strict_policy_accepts_what_is_complete_even_where_it_must_be_capped()
    {
        Expect(Cases.Extended(Cases.WorkingDay(9), Cases.WorkingDay(18)), Cases.WorkingDay(18), ExtensionFault.None, s_strict);
        Expect(Cases.Extended(Cases.WorkingDay(9), Cases.WorkingDay(30)), Cases.WorkingDay(22), ExtensionFault.TooLong, s_strict);
        Expect(Cases.Extended(Cases.WorkingDay(9), null), null, ExtensionFault.NoDate, s_strict);
        Expect(Cases.Extended(null, Cases.WorkingDay(18)), null, ExtensionFault.NoAgreedDate, s_strict);
    }

    [Fact]
    public void Empty_cells_are_no_extension()
    {
        Expect(new Extension(null, null, "", null), null, ExtensionFault.None);
        Expect(new Extension(null, null, null, false), null, ExtensionFault.None);
    }

    [Fact]
    public void A_new_date_that_is_no_working_day_is_kept_as_given()
    {
        var saturday = new DateOnly(2024, 6, 22);
        StageDates extended = s_case with { Extension = Cases.Extended(Cases.WorkingDay(9), saturday) };

        Assert.Equal(saturday, extended.Read().ExtendedDue);
        Assert.Equal(InTimeBasis.Extension, (extended with { Responded = saturday }).Read().Basis);
        Assert.Equal(InTimeBasis.Late, (extended with { Responded = new DateOnly(2024, 6, 24) }).Read().Basis);
    }

    [Fact]
    public void An_answer_within_the_standard_time_is_standard_even_with_an_extension() =>
        Assert.Equal(
            InTimeBasis.Standard,
            (s_case with
            {
                Extension = Cases.Extended(Cases.WorkingDay(9), Cases.WorkingDay(18)),
                Responded = Cases.WorkingDay(12),
            }).Read().Basis);

    private static void Expect(Extension extension, DateOnly? due, ExtensionFault fault, ClockPolicy? policy = null)
    {
        ClockReading reading = (s_case with { Extension = extension }).Read(policy: policy);

        Assert.Equal(Cases.WorkingDay(12), reading.StandardDue);
        Assert.Equal(due, reading.ExtendedDue);
        Assert.Equal(fault, reading.ExtensionFault);
        Assert.Equal(due ?? reading.StandardDue, reading.Due);
    }
}
