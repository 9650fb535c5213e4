using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;
using Complaints.Escalation.Labels;
using Complaints.Escalation.Tests.Features;
using Complaints.Escalation.Training;
using FsCheck;
using FsCheck.Fluent;

namespace Complaints.Escalation.Tests.Labels;

/// <summary>A case whose horizon has not passed is neither yes nor no, and stands in neither training nor evaluation.</summary>
public sealed class MaturityTests
{
    private static readonly DateOnly s_responded = new(2024, 6, 3);

    [Fact]
    public void A_case_is_unripe_until_its_whole_horizon_has_passed_even_when_it_was_escalated_at_once()
    {
        CaseRecord of = Answered(escalated: s_responded.AddDays(3));
        PredictionPoint point = new(0, s_responded, PointKind.Response);
        Assert.Equal(CaseLabel.Unripe, LabelRule.Default.LabelOf(of, point, s_responded.AddDays(59)));
        Assert.Equal(CaseLabel.Escalated, LabelRule.Default.LabelOf(of, point, s_responded.AddDays(60)));
    }

    [Theory]
    [InlineData(60, CaseLabel.Escalated)]
    [InlineData(61, CaseLabel.NotEscalated)]
    public void Only_an_escalation_within_the_horizon_counts(int days, CaseLabel expected) => Assert.Equal(
        expected,
        LabelRule.Default.LabelOf(
            Answered(s_responded.AddDays(days)), new PredictionPoint(0, s_responded, PointKind.Response), s_responded.AddDays(400)));

    // It never did, unless it was escalated: a landlord that leaves cases unanswered stood in training with its escalations alone.
    [Theory]
    [InlineData(null, CaseLabel.NotEscalated)]
    [InlineData(30, CaseLabel.Escalated)]
    [InlineData(121, CaseLabel.NotEscalated)]
    public void A_case_never_answered_ripens_a_fixed_time_after_its_due_day_whatever_became_of_it(
        int? escalatedAfterDue, CaseLabel expected)
    {
        // Received on 20 May 2024, a Monday, and acknowledged on the day: ten working days, the Spring bank holiday left out.
        DateOnly due = new(2024, 6, 4);
        CaseRecord of = Answered(escalatedAfterDue is int days ? due.AddDays(days) : null);
        of = of with { Versions = [of.Latest with { RespondedOn = null, AcknowledgedOn = of.Latest.ReceivedOn }] };
        PredictionPoint point = new(0, of.Latest.ReceivedOn.AddDays(7), PointKind.WeekOpen);
        Assert.Equal(due.AddDays(60), LabelRule.Default.EndOf(of));
        Assert.Equal(CaseLabel.Unripe, LabelRule.Default.LabelOf(of, point, due.AddDays(119)));
        Assert.Equal(expected, LabelRule.Default.LabelOf(of, point, due.AddDays(120)));
        // It went on waiting, but what it was to become was settled.
        Assert.Equal(CaseLabel.Unripe, LabelRule.Default.LabelOf(of, point with { Day = due.AddDays(61) }, due.AddDays(400)));
    }

    [Fact]
    public void Escalated_or_not_a_case_stands_in_the_same_part_of_a_split_by_time()
    {
        CaseRecord of = Answered(s_responded.AddDays(3));
        of = of with { Versions = [of.Latest with { RespondedOn = null }] };
        Assert.Equal(LabelRule.Default.EndOf(of), LabelRule.Default.EndOf(of with { Escalations = [] }));
    }

    [Fact]
    public void A_point_before_the_answer_waits_for_slowly_answered_cases_too()
    {
        PredictionPoint point = new(0, s_responded.AddDays(-1), PointKind.WeekOpen);
        Assert.Equal(point.Day.AddDays(120), LabelRule.Default.RipensOn(Answered(null), point));
    }

    [Fact]
    public void No_row_of_training_or_evaluation_is_unripe() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => Unripe(seed, LabelRule.Default) == 0).QuickCheckThrowOnFailure();

    [Fact]
    public void Labels_given_after_a_week_are_caught() =>
        Assert.Contains(Enumerable.Range(0, 20), seed => Unripe(seed, new LabelRule(horizonDays: 7, settlingDays: 0)) > 0);

    [Fact]
    public void What_an_unripe_case_will_do_changes_no_row()
    {
        List<CaseRecord> cases = Histories.Random(1, cases: 60, days: 300);
        DateOnly cutOff = Histories.First.AddDays(250);
        string before = Rows(cases, cutOff);
        List<CaseRecord> turned = [.. cases.Select(of => LabelRule.Default.RipensOn(of) is DateOnly ripe && ripe <= cutOff
            ? of
            : of with { Escalations = of.EscalatedOn <= cutOff ? of.Escalations : [new CaseEscalation(cutOff.AddDays(5), Known.Always)] })];
        Assert.Equal(before, Rows(turned, cutOff));
    }

    // Counted here by the sixty days themselves, whatever the rule of the rows.
    private static int Unripe(int seed, LabelRule rule)
    {
        DateOnly cutOff = Histories.First.AddDays(200 + (seed % 200));
        CaseHistory history = Histories.Random(seed, cases: 60, days: 400).History(cutOff);
        PredictionRows rows = PredictionRows.Build(history, rule, TestContext.Current.CancellationToken);
        return rows.RipeBy(cutOff).Count(
            row => history.Cases[rows.Points[row].Case].Latest.RespondedOn is DateOnly responded && responded.AddDays(60) > cutOff);
    }

    private static string Rows(List<CaseRecord> cases, DateOnly cutOff)
    {
        PredictionRows rows = PredictionRows.Build(cases.History(cutOff), LabelRule.Default, TestContext.Current.CancellationToken);
        return string.Join('\n', rows.Points.Select((p, row) =>
            $"{rows.History.Cases[p.Case].CaseReference} {p.Day:yyyy-MM-dd} {p.Kind} {rows.Table.Labels[row]} {Features.Rows.Text(rows.Table, row)}"));
    }

    private static CaseRecord Answered(DateOnly? escalated) => new()
    {
        SourceSystem = "CRM",
        CaseReference = "case",
        Versions = [new CaseVersion { ReceivedOn = s_responded.AddDays(-14), RespondedOn = s_responded }],
        Escalations = escalated is DateOnly day ? [new CaseEscalation(day, Known.Always)] : [],
    };
}
