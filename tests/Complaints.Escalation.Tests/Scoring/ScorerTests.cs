using System.Collections.Immutable;
using Complaints.Domain.Errors;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;
using Complaints.Escalation.Labels;
using Complaints.Escalation.Scoring;
using Complaints.Escalation.Tests.Features;
using Complaints.Escalation.Tests.Training;
using Complaints.Escalation.Training;

namespace Complaints.Escalation.Tests.Scoring;

public sealed class ScorerTests
{
    private static readonly DateOnly s_asOf = Histories.First.AddDays(650);

    [Fact]
    public void Every_case_at_risk_is_scored_once_and_no_other()
    {
        (CaseHistory history, ImmutableArray<RiskScore> scores) = Scores();
        string[] atRisk =
        [
            .. history.Cases.Where(
                of => CaseStates.On(of, s_asOf, 60) is CaseState.Open or CaseState.Answered).Select(of => of.CaseReference),
        ];
        Assert.Equal(atRisk.Order(StringComparer.Ordinal), scores.Select(s => s.CaseReference).Order(StringComparer.Ordinal));
        Assert.Contains(scores, s => s.State == CaseState.Open);
        Assert.Contains(scores, s => s.State == CaseState.Answered);
        Assert.Equal(scores.Select(s => s.Probability).OrderDescending(), scores.Select(s => s.Probability));
    }

    [Fact]
    public void The_parts_of_a_score_add_up_to_it() => Assert.All(Scores().Scores, s =>
    {
        Assert.Equal(s.Margin, s.BaseValue + s.Contributions.Sum() + s.Waiting, 1e-9);
        Assert.Equal(s.Probability, 1 / (1 + Math.Exp(-s.Margin)), 1e-12);
    });

    [Fact]
    public void A_score_has_at_most_three_reasons_up_and_one_down_each_on_another_topic() => Assert.All(Scores().Scores, s =>
    {
        ImmutableArray<RiskReason> all = s.ReasonDown is null ? s.ReasonsUp : s.ReasonsUp.Add(s.ReasonDown);
        Assert.InRange(s.ReasonsUp.Length, 0, 3);
        Assert.All(s.ReasonsUp, r => Assert.True(r.Contribution > 0));
        Assert.True(s.ReasonDown is null || s.ReasonDown.Contribution < 0);
        Assert.Equal(all.Length, all.Select(r => r.Topic).Distinct().Count());
        Assert.All(all, r => Assert.True(Math.Abs(r.Contribution) >= ReasonPicker.Least));
    });

    [Fact]
    public void Waiting_after_the_answer_lowers_the_odds() => Assert.All(
        Scores().Scores.Where(s => s.State == CaseState.Answered && s.FactsOf < s.AsOf.AddDays(-10)), s => Assert.True(s.Waiting < 0));

    [Fact]
    public void A_day_after_the_extract_is_refused()
    {
        CaseHistory history = Trained.History();
        UserException error = Assert.Throws<UserException>(() =>
            new EscalationScorer(Trained.Model(history)).Score(history, history.CutOff.AddDays(1), TestContext.Current.CancellationToken));
        Assert.Contains("load a newer extract", error.Message, StringComparison.Ordinal);
    }

    private static (CaseHistory History, ImmutableArray<RiskScore> Scores) Scores()
    {
        CaseHistory history = Trained.History();
        return (history, new EscalationScorer(Trained.Model(history)).Score(history, s_asOf, TestContext.Current.CancellationToken));
    }
}
