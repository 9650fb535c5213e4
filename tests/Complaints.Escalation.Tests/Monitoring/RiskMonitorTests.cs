using Complaints.Domain.Errors;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;
using Complaints.Escalation.Labels;
using Complaints.Escalation.Monitoring;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Tests.Features;
using Complaints.Escalation.Tests.Registry;
using Complaints.Escalation.Tests.Training;
using Complaints.Escalation.Training;

namespace Complaints.Escalation.Tests.Monitoring;

/// <summary>A model trained half-way through a made-up history, watched over the rest of it.</summary>
public sealed class RiskMonitorTests
{
    private static readonly DateOnly s_trainedOn = Histories.First.AddDays(600);
    private static readonly DateOnly s_now = Histories.First.AddDays(1140);
    private static readonly List<CaseRecord> s_cases = Histories.Random(11, cases: 3000, days: 1150, drivers: true);
    private static readonly string[] s_unchanged =
    [
        "category", "channel", "tenure", "points_raised", "days_open", "longest_silence", "landlord_rate",
    ];
    private static readonly Lazy<(StoredModel Model, TrainingProfile Profile)> s_model = new(Train);

    [Fact]
    public void What_did_not_change_is_stable_and_what_was_said_came_true()
    {
        MonitoringReport report = Watch(s_cases);
        // Counts of earlier complaints grow in a history that begins with none, so they are left out here.
        Assert.All(s_unchanged, name => Assert.Equal(AlarmLevel.Stable, report.Features.Single(f => f.Name == name).Level));
        Assert.NotEqual(AlarmLevel.Alarm, report.Scores.Level);
        Assert.True(report.Matured.Length >= 12);
        Assert.True(report.Matured.Count(m => m.Level == AlarmLevel.Alarm) <= 1);
        Assert.NotEqual(AlarmLevel.Alarm, report.CalibrationLevel);
        Assert.Equal(s_now, report.To);
    }

    [Fact]
    public void Another_kind_of_complaint_than_in_training_raises_an_alarm()
    {
        MonitoringReport report = Watch(
            Changed(of => of with { Versions = [.. of.Versions.Select(v => v with { Category = "Damp > Mould", PointsRaised = 9 })] }));
        StabilityFigure category = report.Features.Single(f => f.Name == "category");
        Assert.Equal(AlarmLevel.Alarm, category.Level);
        Assert.Equal(AlarmLevel.Alarm, report.Features.Single(f => f.Name == "points_raised").Level);
        Assert.Equal(AlarmLevel.Stable, report.Features.Single(f => f.Name == "channel").Level);
        Assert.Equal(AlarmLevel.Alarm, report.Level);
    }

    [Fact]
    public void Escalations_that_nobody_foresaw_raise_an_alarm_once_they_are_known()
    {
        MonitoringReport report = Watch(Changed(of => of.Latest.RespondedOn is DateOnly answered
            ? of with { Escalations = [new CaseEscalation(answered.AddDays(5), Known.Always)] }
            : of));
        Assert.Equal(AlarmLevel.Alarm, report.CalibrationLevel);
        Assert.Contains(report.Matured, m => m.Level == AlarmLevel.Alarm && m.ObservedRate > m.MeanProbability);
    }

    [Fact]
    public void Before_any_outcome_became_known_the_calibration_is_not_judged()
    {
        MonitoringReport report = Monitor().Run(s_cases.History(s_trainedOn), TestContext.Current.CancellationToken);
        Assert.Empty(report.Matured);
        Assert.Null(report.CalibrationError);
        Assert.Equal(AlarmLevel.Stable, report.CalibrationLevel);
    }

    [Fact]
    public void A_window_without_cases_says_so() => Assert.Contains(
        "in the last 90 days",
        Assert.Throws<UserException>(() => Monitor().Run(s_cases.History(s_now.AddDays(900)), TestContext.Current.CancellationToken)).What,
        StringComparison.Ordinal);

    private static MonitoringReport Watch(IEnumerable<CaseRecord> cases) =>
        Monitor().Run(cases.History(s_now), TestContext.Current.CancellationToken);

    private static RiskMonitor Monitor() => new(s_model.Value.Model, s_model.Value.Profile, new MonitoringOptions());

    // The last year, which the model did not see.
    private static IEnumerable<CaseRecord> Changed(Func<CaseRecord, CaseRecord> change) =>
        s_cases.Select(of => of.Latest.ReceivedOn > s_now.AddDays(-365) ? change(of) : of);

    private static (StoredModel Model, TrainingProfile Profile) Train()
    {
        PredictionRows rows = PredictionRows.Build(s_cases.History(s_trainedOn), LabelRule.Default, CancellationToken.None);
        TrainedModel trained = new EscalationTrainer(Trained.Options).Train(rows, CancellationToken.None);
        using TestRegistry test = new();
        ModelManifest manifest = test.Registry.Add(trained, TrainingProfile.Of(trained, rows), TestRegistry.Snapshot);
        return (test.Registry.Load(manifest.Version), test.Registry.Profile(manifest.Version));
    }
}
