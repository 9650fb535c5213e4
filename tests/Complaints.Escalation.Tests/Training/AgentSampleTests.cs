using System.Collections.Immutable;
using Complaints.Learning.Evaluation;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;
using Complaints.Escalation.Labels;
using Complaints.Escalation.Scoring;
using Complaints.Escalation.Tests.Support;
using Complaints.Escalation.Training;
using Complaints.Warehouse;

namespace Complaints.Escalation.Tests.Training;

/// <summary>From extract to risk list on the managing agent's sample, whose true probabilities are known.</summary>
public sealed class AgentSampleTests
{
    private static readonly bool s_long = Environment.GetEnvironmentVariable("COMPLAINTS_LONG") == "1";

    [Fact]
    public async Task The_history_holds_what_was_loaded()
    {
        CancellationToken ct = TestContext.Current.CancellationToken;
        await using LoadedSample loaded = await LoadedSample.CreateAsync(homes: 2_000, years: 1, ct);
        await using ISnapshot snapshot = await loaded.Warehouse.OpenSnapshotAsync(ct);
        CaseHistory history = await CaseHistoryReader.ReadAsync(snapshot, cancellationToken: ct);
        Assert.Equal(loaded.Sample.ExtractDate, history.CutOff);
        Assert.Equal(loaded.Sample.StageRows, history.Cases.Length + history.Cases.Sum(of => of.Escalations.Length));
        Assert.Contains(history.Cases, of => of.Contacts.Length > 1 && of.Actions.Length > 0 && of.Escalations.Length > 0);
        Assert.Contains(history.Cases, of => of.Latest.Block is not null);
        Assert.All(history.Cases, of => Assert.True(of.Latest.Category is not null && of.Latest.Household > 0 && of.Latest.Home > 0));

        CaseHistory recorded = await CaseHistoryReader.ReadAsync(snapshot, new HistoryOptions { Mode = KnowledgeMode.AsRecorded }, ct);
        // The first load of a source counts as known from always: with one load, both histories are the same.
        Assert.Equal(Texts(history), Texts(recorded));
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task The_model_finds_nearly_all_that_can_be_known_and_says_true_probabilities()
    {
        CancellationToken ct = TestContext.Current.CancellationToken;
        await using LoadedSample loaded = await LoadedSample.CreateAsync(s_long ? 120_000 : 40_000, years: 3, ct);
        await using ISnapshot snapshot = await loaded.Warehouse.OpenSnapshotAsync(ct);
        CaseHistory history = await CaseHistoryReader.ReadAsync(snapshot, cancellationToken: ct);
        PredictionRows rows = PredictionRows.Build(history, LabelRule.Default, ct);
        EvaluationOptions options = new() { Months = s_long ? 6 : 4, Resamples = s_long ? 200 : 50 };
        EscalationEvaluation evaluation = new EscalationEvaluator(options).Run(rows, null, ct);
        EvaluationReport model = evaluation.Of(evaluation.InUse, PointKind.Response);

        int[] judged = [.. evaluation.Months.SelectMany(m => rows.At(PointKind.Response, m.Month, m.Month.AddMonths(1)))];
        Dictionary<string, double> truth = loaded.Truth();
        double best = Ranking.RocAuc(
            [.. judged.Select(row => truth[history.Cases[rows.Points[row].Case].CaseReference])],
            [.. judged.Select(row => rows.Table.Labels[row])]);
        double share = (model.RocAuc.Value - 0.5) / (best - 0.5);
        TrainedModel trained = new EscalationTrainer(options.Training).Train(rows, ct);
        ImmutableArray<RiskScore> scores = new EscalationScorer(trained).Score(history, history.CutOff, ct);
        double gap = scores.Max(s => Math.Abs(s.BaseValue + s.Contributions.Sum() + s.Waiting - s.Margin));
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{history.Cases.Length} cases, {rows.Points.Length} rows; expected best {loaded.Sample.BestPossibleAuc:0.0000}, best on the cases judged {best:0.0000}, "
            + $"{evaluation.InUse} {model.RocAuc}, share of the lift {share:0.000}; calibration error {model.CalibrationError}; {scores.Length} scores, largest gap {gap:0e0}");

        // On a third of the cases chance alone moves either figure more; the full form holds the goals themselves.
        Assert.InRange(share, s_long ? 0.95 : 0.8, 1.05);
        Assert.InRange(s_long ? model.CalibrationError.Value : model.CalibrationError.Low, 0, s_long ? 0.02 : 0.05);
        Assert.InRange(gap, 0, 1e-9);
        Assert.True(evaluation.BeatsRule, evaluation.Verdict);
        Assert.NotEmpty(scores);
    }

    private static string[] Texts(CaseHistory history)
    {
        PredictionRows rows = PredictionRows.Build(history, LabelRule.Default, TestContext.Current.CancellationToken);
        return [.. rows.Points.Select((point, row) => $"{point} {rows.Table.Labels[row]} {Features.Rows.Text(rows.Table, row)}")];
    }
}
