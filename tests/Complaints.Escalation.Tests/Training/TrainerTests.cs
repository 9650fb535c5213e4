using Complaints.Domain.Errors;
using Complaints.Learning.Evaluation;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;
using Complaints.Escalation.Labels;
using Complaints.Learning.Files;
using Complaints.Escalation.Tests.Features;
using Complaints.Escalation.Tests.Registry;
using Complaints.Escalation.Training;

namespace Complaints.Escalation.Tests.Training;

public sealed class TrainerTests
{
    [Fact]
    public void The_same_seed_gives_the_same_bytes_whatever_the_threads_and_the_order_of_cases()
    {
        CaseHistory history = Trained.History();
        CaseHistory shuffled = new(history.Cases.Reverse(), history.CutOff);
        (byte[], byte[]) first = Bytes(Trained.Model(history, Trained.With(seed: 5, threads: 1)));
        (byte[], byte[]) second = Bytes(Trained.Model(shuffled, Trained.With(seed: 5, threads: 2)));
        Assert.Equal(first.Item1, second.Item1);
        Assert.Equal(first.Item2, second.Item2);
    }

    [Fact]
    public void Another_seed_gives_another_model() => Assert.NotEqual(
        Bytes(Trained.Model(Trained.History(), Trained.With(seed: 5, threads: 2))).Open,
        Bytes(Trained.Model(Trained.History(), Trained.With(seed: 6, threads: 2))).Open);

    [Fact]
    public void The_calibration_sees_later_cases_than_the_trees_and_no_case_stands_in_both()
    {
        TrainedModel trained = Trained.Model(Trained.History());
        PredictionRows rows = PredictionRows.Build(Trained.History(), LabelRule.Default, TestContext.Current.CancellationToken);
        (int cases, _) = rows.CasesAmong(rows.RipeBy(Trained.CutOff));
        Assert.Equal(cases, trained.Fitted.Cases + trained.Calibrated.Cases);
        Assert.True(trained.Fitted.To <= trained.Calibrated.To);
        Assert.True(trained.Fitted.Escalated > 0 && trained.Calibrated.Escalated > 0);
    }

    [Fact]
    public void Fewer_than_two_hundred_escalated_cases_are_refused_with_the_reason()
    {
        UserException error = Assert.Throws<UserException>(() => Trained.Model(Trained.History(cases: 300)));
        Assert.Contains("too few to tell a pattern from chance", error.Message, StringComparison.Ordinal);
        Assert.Contains("at least 200 escalated cases", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_history_without_a_known_outcome_is_refused() => Assert.Throws<UserException>(() =>
        PredictionRows.Build(
            Histories.Random(1, 20, 10).History(Histories.First.AddDays(12)), LabelRule.Default, TestContext.Current.CancellationToken));

    [Fact]
    public void A_model_that_learned_from_chance_may_not_be_promoted()
    {
        PredictionRows rows = PredictionRows.Build(
            Trained.History(2500, drivers: false), LabelRule.Default, TestContext.Current.CancellationToken);
        EscalationEvaluation evaluation = new EscalationEvaluator(
            new EvaluationOptions { Training = Trained.Options, Months = 3, Resamples = 100 })
            .Run(rows, null, TestContext.Current.CancellationToken);
        Assert.False(evaluation.BeatsRule, evaluation.Verdict);
        Assert.Contains("must not be promoted", evaluation.Verdict, StringComparison.Ordinal);
        Assert.All(evaluation.Months, m => Assert.True(m.Known < m.Month));
        Assert.Equal(3, evaluation.Months.Length);
    }

    [Fact]
    public void Open_cases_are_judged_on_as_many_months_as_answered_ones_and_waiting_is_judged_too()
    {
        PredictionRows rows = PredictionRows.Build(Trained.History(2500), LabelRule.Default, TestContext.Current.CancellationToken);
        EscalationEvaluation evaluation = new EscalationEvaluator(
            new EvaluationOptions { Training = Trained.Options, Months = 2, Resamples = 20 })
            .Run(rows, null, TestContext.Current.CancellationToken);
        Assert.All(evaluation.Models, figures => Assert.Equal(2, figures.Months.Length));
        Assert.Equal(12, evaluation.Models.Length);
        DateOnly open = evaluation.Models.First(m => m.Kind == PointKind.WeekOpen).Months[^1];
        Assert.True(open < evaluation.Months[^1].Month);
        Assert.True(open.AddMonths(1).AddDays(-1 + rows.Rule.HorizonDays + rows.Rule.SettlingDays) <= rows.History.CutOff);
        Assert.NotNull(evaluation.OverRuleOpen);
        Assert.True(evaluation.EscalatedOpen > 0 && evaluation.EscalatedAnswered > 0);

        WaitingFigures first = evaluation.Waiting[0];
        Assert.Equal(
            (0, 0, evaluation.Months.Sum(m => m.Answered), evaluation.Months.Sum(m => m.Escalated)),
            (first.FromDay, first.ToDay, first.CaseDays, first.Escalated));
        Assert.Equal(evaluation.Of(evaluation.InUse, PointKind.Response).MeanProbability, first.MeanProbability, 1e-9);
        Assert.Equal(rows.Rule.HorizonDays - 1, evaluation.Waiting[^1].ToDay);
        Assert.True(
            evaluation.Waiting[^1].ObservedRate < first.ObservedRate && evaluation.Waiting[^1].MeanProbability < first.MeanProbability);
    }

    [Fact]
    public void An_evaluation_of_few_months_samples_or_escalations_is_for_looking_at()
    {
        EscalationEvaluation good = TestRegistry.Evaluation(low: 0.05);
        Assert.True(good.IsPromotable);
        EscalationEvaluation[] poor =
        [
            good with { Months = [.. good.Months.Take(5)] },
            good with { Resamples = 199 },
            good with { EscalatedAnswered = 49 },
            good with { EscalatedOpen = 49 },
        ];
        Assert.All(poor, e => Assert.False(e.IsPromotable || e.IsSufficient));
        Assert.All(poor, e => Assert.Contains("not for promoting", e.Verdict, StringComparison.Ordinal));
        Assert.False((good with { OverRuleOpen = new Interval(-0.01, -0.1, 0.2) }).IsPromotable);
        Assert.False((good with { OverRuleOpen = null }).IsPromotable);
    }

    [Fact]
    public void Of_the_escalations_still_to_come_fewer_are_left_every_day()
    {
        WaitingCurve curve = WaitingCurve.Learn([1, 5, 5, 20], horizonDays: 30);
        Assert.Equal(0, curve.LogOddsAfter(0));
        Assert.Equal(Math.Log(1.5 / 4.5), curve.LogOddsAfter(5), 1e-12);
        Assert.True(curve.StillToCome.Zip(curve.StillToCome.Skip(1)).All(pair => pair.First >= pair.Second && pair.Second > 0));
    }

    private static (byte[] Open, byte[] Answered) Bytes(TrainedModel trained) =>
        (ModelFile.ToBytes(trained.Model.Open), ModelFile.ToBytes(trained.Model.Answered));
}
