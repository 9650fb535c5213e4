using Complaints.Domain.Code;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;
using Complaints.Escalation.Labels;

namespace Complaints.Escalation.Tests.Features;

/// <summary>The sentences of a case in the states it can be in, on weeks without bank holidays.</summary>
public sealed class SentenceTests
{
    // Monday; acknowledged on the Thursday, so due on Thursday 27 June and, extended, on Thursday 25 July.
    private static readonly DateOnly s_received = new(2024, 6, 10);
    private static readonly DateOnly s_acknowledged = new(2024, 6, 13);

    [Theory]
    [InlineData("days_open", "06-10", "Either: received today")]
    [InlineData("days_open", "06-11", "Either: 1 working day since receipt")]
    [InlineData("days_open", "06-28", "Raising: 14 working days since receipt")]
    [InlineData("days_left", "06-13", "Lowering: due in 10 working days")]
    [InlineData("days_left", "06-26", "Raising: due in 1 working day")]
    [InlineData("days_left", "06-24", "Raising: due in 3 working days")]
    [InlineData("days_left", "06-27", "Raising: due today")]
    [InlineData("days_left", "06-28", "Raising: 1 working day overdue")]
    [InlineData("days_over_standard", "06-27", "Lowering: within the standard time")]
    [InlineData("days_over_standard", "07-01", "Raising: 2 working days beyond the standard time")]
    [InlineData("days_overdue", "06-27", "Lowering: not overdue")]
    [InlineData("days_overdue", "07-16", "Raising: 13 working days overdue")]
    [InlineData("is_answered", "07-16", "Aside: not answered yet")]
    [InlineData("outcome", "07-16", "Aside: no outcome yet")]
    public void An_open_case_is_told_in_the_present(string feature, string day, string expected) =>
        Assert.Equal(expected, Tell(feature, Day(day)));

    [Theory]
    [InlineData("days_open", "06-10", "Lowering: answered on the day of receipt")]
    [InlineData("days_open", "06-14", "Lowering: answered after 4 working days")]
    [InlineData("days_open", "07-15", "Raising: answered after 25 working days")]
    [InlineData("days_left", "07-15", "Aside: answered")]
    [InlineData("days_over_standard", "06-27", "Lowering: answered within the standard time")]
    [InlineData("days_over_standard", "06-28", "Raising: answered 1 working day beyond the standard time")]
    [InlineData("days_overdue", "06-27", "Lowering: answered in time")]
    [InlineData("days_overdue", "07-16", "Raising: answered 13 working days late")]
    [InlineData("is_answered", "07-16", "Aside: answered at stage 1")]
    [InlineData("outcome", "07-16", "Either: not upheld at stage 1")]
    public void An_answered_case_is_told_in_the_past(string feature, string answered, string expected) =>
        Assert.Equal(expected, Tell(feature, Day(answered), Day(answered)));

    [Theory]
    [InlineData("acknowledged_late", "06-12", null, null, "Aside: not acknowledged yet")]
    [InlineData("acknowledged_late", "06-18", null, null, "Raising: acknowledgement 1 working day overdue")]
    [InlineData("acknowledged_late", "06-18", null, "06-18", "Raising: answered without an acknowledgement")]
    [InlineData("acknowledged_late", "06-18", "06-14", null, "Lowering: acknowledged in time")]
    [InlineData("acknowledged_late", "06-20", "06-19", null, "Raising: acknowledged 2 working days late")]
    [InlineData("is_acknowledged", "06-12", null, null, "Raising: not acknowledged yet")]
    [InlineData("is_acknowledged", "06-20", "06-19", null, "Aside: acknowledged")]
    public void An_acknowledgement_is_told_as_it_stands(string feature, string day, string? acknowledged, string? answered, string expected)
    {
        CaseVersion version = Version(answered is null ? null : Day(answered)) with
        {
            AcknowledgedOn = acknowledged is null ? null : Day(acknowledged),
        };
        Assert.Equal(expected, Tell(feature, Day(day), Case(version)));
    }

    [Fact]
    public void An_extension_is_told_beside_the_clock_it_moved()
    {
        CaseRecord of = Case(Version(null) with { Extension = new Extension(Day("06-20"), Day("07-25"), "survey awaited", true) });
        Assert.Equal("Either: the time for the answer was extended", Tell("is_extended", Day("07-01"), of));
        Assert.Equal("Raising: 2 working days beyond the standard time", Tell("days_over_standard", Day("07-01"), of));
        Assert.Equal("Lowering: not overdue", Tell("days_overdue", Day("07-01"), of));
    }

    [Theory]
    // The last contact was on 13 June and the next one agreed for 20 June; none came.
    [InlineData("longest_silence", "07-03", null, "Raising: no contact for 14 working days; agreed every 5")]
    [InlineData("contact_overdue", "07-03", null, "Raising: no contact for 14 working days; agreed every 5")]
    [InlineData("days_since_contact", "07-03", null, "Raising: no contact for 14 working days; agreed every 5")]
    [InlineData("contact_overdue", "06-20", null, "Lowering: every contact as agreed")]
    [InlineData("days_since_contact", "06-14", null, "Lowering: last contact 1 working day ago, as agreed")]
    [InlineData("days_since_contact", "06-13", null, "Lowering: in contact today")]
    [InlineData("longest_silence", "06-20", null, "Lowering: every contact as agreed")]
    [InlineData("agreed_interval", "06-20", null, "Aside: contact agreed every 5 working days")]
    // Answered during the silence: it ended there, and stands as it was.
    [InlineData("longest_silence", "06-24", "06-24", "Raising: no contact for 7 working days before the answer; agreed every 5")]
    [InlineData("days_since_contact", "06-18", "06-18", "Lowering: last contact 3 working days before the answer, as agreed")]
    public void A_silence_that_runs_is_told_as_running(string feature, string day, string? answered, string expected) =>
        Assert.Equal(
            expected,
            Tell(
                feature,
                Day(day),
                Case(Version(answered is null ? null : Day(answered)), new CaseContact(s_acknowledged, Day("06-20"), Known.Always))));

    [Theory]
    [InlineData("longest_silence", "07-05", "Raising: an agreed contact was 6 working days late")]
    [InlineData("contact_overdue", "07-05", "Lowering: no contact overdue now")]
    [InlineData("longest_silence", "07-09", "Raising: no contact for 7 working days; agreed every 5; an earlier contact was 6 working days late")]
    [InlineData("longest_silence", "07-16", "Raising: no contact for 12 working days; agreed every 5")]
    public void A_silence_that_ended_is_told_as_past_and_beside_one_that_runs(string feature, string day, string expected) =>
        Assert.Equal(expected, Tell(feature, Day(day), Case(
        Version(null),
        new CaseContact(s_acknowledged, Day("06-20"), Known.Always),
        new CaseContact(Day("06-28"), Day("07-05"), Known.Always))));

    [Fact]
    public void A_case_without_contact_says_so()
    {
        Assert.Equal("Raising: no contact recorded", Tell("contact_overdue", Day("06-20")));
        CaseRecord open = Case(Version(null), new CaseContact(s_acknowledged, null, Known.Always));
        Assert.Equal("Raising: no contact for 5 working days; no next contact agreed", Tell("days_since_contact", Day("06-20"), open));
        Assert.Equal("Either: no next contact agreed", Tell("agreed_interval", Day("06-20"), open));
    }

    [Theory]
    [InlineData("promises_missed", 0, "Aside: no promise recorded")]
    [InlineData("promises_missed", 1, "Raising: 1 promise missed")]
    [InlineData("promises_missed", 2, "Raising: 2 promises missed")]
    [InlineData("promises_overdue", 1, "Raising: a promise 1 working day overdue")]
    [InlineData("promises_overdue", 2, "Raising: 2 promises overdue, the oldest by 6 working days")]
    [InlineData("promise_days_overdue", 2, "Raising: 2 promises overdue, the oldest by 6 working days")]
    [InlineData("promises_open", 1, "Raising: a promise 1 working day overdue")]
    public void Overdue_promises_are_counted_and_aged(string feature, int promises, string expected) => Assert.Equal(
        expected,
        Tell(feature, Day("06-28"), Case(Version(null)) with { Actions = [.. Promises(Day("06-27"), Day("06-20"), null).Take(promises)] }));

    [Fact]
    public void Promises_of_an_answered_case_are_told_as_at_the_answer()
    {
        CaseRecord of = Case(Version(Day("06-28"))) with { Actions = Promises(Day("06-27"), Day("06-20"), null) };
        Assert.Equal("Raising: 2 promises were overdue at the answer, the oldest by 6 working days", Tell("promises_overdue", Day("06-28"), of));
        of = of with { Actions = Promises(Day("07-05"), null, null) };
        Assert.Equal("Either: 1 promise still to be kept at the answer", Tell("promises_open", Day("06-28"), of));
    }

    [Fact]
    public void Kept_promises_only_lower()
    {
        CaseRecord of = Case(Version(null)) with { Actions = Promises(Day("06-27"), Day("06-20"), Day("06-19")) };
        Assert.Equal("Lowering: 2 promises kept", Tell("promises_kept", Day("06-28"), of));
        Assert.Equal("Lowering: no promise missed", Tell("promises_missed", Day("06-28"), of));
        Assert.Equal("Lowering: no promise overdue", Tell("promises_overdue", Day("06-28"), of));
    }

    [Theory]
    [InlineData("category", "Either: complaint about repairs: damp and mould")]
    [InlineData("service_area", "Either: service area ASB and estates")]
    [InlineData("channel", "Either: received by web form")]
    [InlineData("stock_type", "Either: low cost rented home")]
    [InlineData("tenure", "Either: secure tenancy")]
    [InlineData("points_raised", "Lowering: only 1 point raised")]
    [InlineData("home_complaints", "Aside: home not recorded")]
    [InlineData("contractor_rate", "Aside: no contractor recorded")]
    public void Codes_are_told_in_words(string feature, string expected) => Assert.Equal(expected, Tell(feature, Day("06-20")));

    [Fact]
    public void A_code_that_has_no_words_is_no_reason()
    {
        Assert.Equal("Aside: tenure code GN", Tell("tenure", Day("06-20"), Case(Version(null) with { Tenure = "GN" })));
        Assert.Equal("Aside: no tenure recorded", Tell("tenure", Day("06-20"), Case(Version(null) with { Tenure = null })));
        Assert.Equal(
            "Either: complaint about other", Tell("category", Day("06-20"), Case(Version(null) with { Category = "Other > Other" })));
        Assert.Equal("Either: received in person", Tell("channel", Day("06-20"), Case(Version(null) with { Channel = "In person" })));
    }

    private static DateOnly Day(string monthAndDay) =>
        DateOnly.Parse($"2024-{monthAndDay}", System.Globalization.CultureInfo.InvariantCulture);

    private static System.Collections.Immutable.ImmutableArray<CaseAction> Promises(
        DateOnly firstDue,
        DateOnly? secondDue,
        DateOnly? done) =>
    [
        new CaseAction("promise", s_acknowledged, firstDue, done, Known.Always),
        .. secondDue is null ? (CaseAction[])[] : [new CaseAction("promise", s_acknowledged, secondDue, done, Known.Always)],
    ];

    private static CaseVersion Version(DateOnly? responded) => new()
    {
        ReceivedOn = s_received,
        LoggedOn = s_received,
        AcknowledgedOn = s_acknowledged,
        RespondedOn = responded,
        RuleId = CodeRules.Code2024.Id,
        Outcome = responded is null ? null : "not_upheld",
        Category = "Repairs > Damp and mould",
        ServiceArea = "ASB and estates",
        Channel = "Web form",
        StockType = "LCRA", Tenure = "SEC", PointsRaised = 1,
    };

    private static CaseRecord Case(CaseVersion version, params CaseContact[] contacts) =>
        new() { SourceSystem = "CRM", CaseReference = "case", Versions = [version], Contacts = [.. contacts] };

    private static string Tell(string feature, DateOnly day, DateOnly? responded = null) => Tell(feature, day, Case(Version(responded)));

    private static string Tell(string feature, DateOnly day, CaseRecord of)
    {
        ReasonText told = FeatureList.Named(feature).Tell(
            new FeatureBuilder(
                new CaseHistory([of], new DateOnly(2025, 1, 1)), LabelRule.Default).At(new PredictionPoint(0, day, PointKind.WeekOpen)));
        return $"{told.Use}: {told.Text}";
    }
}
