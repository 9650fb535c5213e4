using System.Collections.Immutable;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;
using Complaints.Escalation.Labels;
using Complaints.Escalation.Scoring;
using Complaints.Learning.Table;
using Complaints.Escalation.Tests.Features;
using FsCheck;
using FsCheck.Fluent;

namespace Complaints.Escalation.Tests.Scoring;

/// <summary>Which reasons are told, whatever the learner makes of the features.</summary>
public sealed class ReasonPickerTests
{
    private static readonly string[] s_never = ["is_answered", "month_rate"];

    [Fact]
    public void No_reason_contradicts_its_side_whatever_the_contributions() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
    {
        Random random = new(seed);
        CaseMoment moment = AnyMoment(random);
        ImmutableArray<double> contributions = [.. FeatureList.All.Select(_ => random.NextDouble() - 0.5)];
        ImmutableArray<RiskReason> reasons = ReasonPicker.Of(moment, contributions, waiting: 0, daysSinceResponse: 0);
        foreach (RiskReason reason in reasons)
        {
            CaseFeature feature = FeatureList.Named(reason.Feature);
            Assert.True(Math.Abs(reason.Contribution) >= ReasonPicker.Least);
            Assert.Equal(feature.Tell(moment), new ReasonText(reason.Text, feature.Tell(moment).Use));
            Assert.True(feature.Tell(moment).Fits(reason.Contribution));
            Assert.DoesNotContain(reason.Feature, s_never);
            if (feature.ReadNumber?.Invoke(moment) is double value && feature.Monotone != Monotone.None)
            {
                // What may only raise is told as raising where there is some of it, and as lowering where there is none or little.
                bool worse = feature.Monotone == Monotone.Increasing ? value > 0 : value == 0;
                Assert.True(worse || reason.Contribution < 0, $"{reason.Feature} = {value}: {reason.Text} {reason.Contribution}");
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_learner_that_finds_kept_promises_harmful_cannot_say_so()
    {
        CaseMoment moment = MomentWith(
            new CaseAction("promise", null, Histories.First.AddDays(9), Histories.First.AddDays(8), Known.Always));
        Assert.Empty(ReasonPicker.Of(moment, Only("promises_kept", 0.8), 0, 0));
        RiskReason lowering = Assert.Single(ReasonPicker.Of(moment, Only("promises_kept", -0.8), 0, 0));
        Assert.Equal("1 promise kept", lowering.Text);
    }

    [Fact]
    public void What_moves_the_score_by_less_than_a_tenth_is_not_told()
    {
        CaseMoment moment = MomentWith();
        Assert.Empty(ReasonPicker.Of(moment, Only("days_overdue", 0.09), -0.09, 1));
        Assert.Equal(
            ["1 day since the answer without a request for stage 2"],
            ReasonPicker.Of(moment, Only("days_overdue", 0.09), -0.11, 1).Select(r => r.Text));
        Assert.Single(ReasonPicker.Of(moment, Only("days_overdue", 0.11), 0, 0));
    }

    [Fact]
    public void A_topic_carried_by_what_cannot_be_told_is_left_out()
    {
        // Answered or not says nothing; the outcome would speak for log-odds that are not its own.
        ImmutableArray<double> contributions = Only("is_answered", 0.5).SetItem(FeatureList.Schema.IndexOf("outcome"), 0.02);
        Assert.Empty(ReasonPicker.Of(MomentWith(), contributions, 0, 0));
    }

    private static ImmutableArray<double> Only(string feature, double contribution) =>
        [.. FeatureList.All.Select(f => f.Name == feature ? contribution : 0)];

    private static CaseMoment MomentWith(params CaseAction[] actions)
    {
        CaseRecord of = new()
        {
            SourceSystem = "CRM",
            CaseReference = "case",
            Versions = [new CaseVersion { ReceivedOn = Histories.First, AcknowledgedOn = Histories.First.AddDays(2), Outcome = "upheld" }],
            Actions = [.. actions],
        };
        return new FeatureBuilder(new CaseHistory([of], Histories.First.AddDays(200)), LabelRule.Default)
            .At(new PredictionPoint(0, Histories.First.AddDays(60), PointKind.WeekOpen));
    }

    private static CaseMoment AnyMoment(Random random)
    {
        CaseHistory history = Histories.Random(random.Next(), cases: 120, days: 400).History(new DateOnly(2026, 1, 1));
        DateOnly day = Histories.First.AddDays(random.Next(300, 450));
        int[] known = [.. Enumerable.Range(0, history.Cases.Length).Where(i => history.Cases[i].Latest.ReceivedOn <= day)];
        return new FeatureBuilder(history, LabelRule.Default).At(
            new PredictionPoint(known[random.Next(known.Length)], day, PointKind.WeekOpen));
    }
}
