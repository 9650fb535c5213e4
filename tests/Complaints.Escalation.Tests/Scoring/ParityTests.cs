using System.Collections.Immutable;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;
using Complaints.Escalation.Labels;
using Complaints.Learning;
using Complaints.Escalation.Scoring;
using Complaints.Learning.Table;
using Complaints.Escalation.Tests.Features;
using Complaints.Escalation.Tests.Training;
using Complaints.Escalation.Training;

namespace Complaints.Escalation.Tests.Scoring;

/// <summary>A case scored on a day gets what training computes for it years later.</summary>
public sealed class ParityTests
{
    private static readonly CaseHistory s_history = Trained.History();
    private static readonly PredictionRows s_rows = PredictionRows.Build(s_history, LabelRule.Default, CancellationToken.None);

    [Fact]
    public void A_row_computed_on_the_day_equals_the_row_computed_for_training()
    {
        int compared = 0;
        foreach (IGrouping<DateOnly, int> day in Enumerable.Range(0, s_rows.Points.Length).GroupBy(
            row => s_rows.Points[row].Day).OrderBy(g => g.Key).Where((_, i) => i % 40 == 20))
        {
            CaseHistory held = HeldOn(day.Key);
            FeatureBuilder builder = new(held, LabelRule.Default);
            List<PredictionPoint> points =
            [
                .. day.Select(row => new PredictionPoint(IndexOf(held, row), day.Key, s_rows.Points[row].Kind)),
            ];
            Dictionary<string, string> scored = Rows.ByCase(builder, held, points);
            Assert.All(day, row => Assert.Equal(Rows.Text(s_rows.Table, row), scored[ReferenceOf(row)]));
            compared += points.Count;
        }

        Assert.True(compared > 30);
    }

    [Fact]
    public void The_scorer_gives_the_probability_of_the_training_row() => Assert.Equal(0, Differences(daysAhead: 0));

    [Fact]
    public void A_scorer_that_computes_features_otherwise_is_caught() => Assert.True(Differences(daysAhead: 1) > 0);

    [Fact]
    public void An_answered_case_keeps_the_reading_of_the_day_of_its_answer()
    {
        TrainedModel trained = Trained.Model(s_history);
        double[] margins = trained.Model.Margins(s_rows.Table);
        DateOnly day = Histories.First.AddDays(500);
        Dictionary<string, RiskScore> scores = new EscalationScorer(trained)
            .Score(HeldOn(day), day, TestContext.Current.CancellationToken).ToDictionary(s => s.CaseReference);
        int[] answered = [.. Enumerable.Range(0, s_rows.Points.Length).Where(row =>
            s_rows.Points[row].Kind == PointKind.Response && s_rows.Points[row].Day < day && scores.ContainsKey(ReferenceOf(row)))];
        Assert.True(answered.Length > 30);
        Assert.All(answered, row => Assert.Equal(margins[row], scores[ReferenceOf(row)].Margin - scores[ReferenceOf(row)].Waiting, 1e-12));
    }

    private static int Differences(int daysAhead)
    {
        TrainedModel trained = Trained.Model(s_history);
        double[] probabilities = trained.Model.Probabilities(s_rows.Table);
        EscalationScorer scorer = new(
            trained.Model, trained.Rule, trained.Waiting, held => new FeatureBuilder(held, trained.Rule, daysAhead));
        int different = 0;
        int compared = 0;
        foreach (DateOnly day in s_rows.Points.Select(p => p.Day).Distinct().Order().Where((_, i) => i % 80 == 40))
        {
            Dictionary<string, RiskScore> scores = scorer.Score(
                HeldOn(day),
                day,
                TestContext.Current.CancellationToken).ToDictionary(s => s.CaseReference);
            foreach (int row in Enumerable.Range(0, s_rows.Points.Length).Where(row => s_rows.Points[row].Day == day))
            {
                compared++;
                different += Math.Abs(scores[ReferenceOf(row)].Probability - probabilities[row]) < 1e-12 ? 0 : 1;
            }
        }

        // A model that says the same of everybody would agree with anything.
        Assert.True(compared > 10 && probabilities.Distinct().Count() > 50);
        return different;
    }

    private static CaseHistory HeldOn(DateOnly day) =>
        new(s_history.Cases.Select(of => Histories.AsHeldOn(of, day)).Where(of => of is not null).Select(of => of!), day);

    private static string ReferenceOf(int row) => s_history.Cases[s_rows.Points[row].Case].CaseReference;

    private static int IndexOf(CaseHistory held, int row) =>
        held.Cases.Select((of, i) => (of.CaseReference, i)).First(c => c.CaseReference == ReferenceOf(row)).i;
}
