using System.Security.Cryptography;
using System.Text;
using Complaints.Domain;
using Complaints.Learning.Evaluation;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;
using Complaints.Escalation.Labels;
using Complaints.Escalation.Monitoring;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Tests.Training;
using Complaints.Escalation.Training;
using Complaints.Warehouse;

namespace Complaints.Escalation.Tests.Registry;

/// <summary>A registry in a folder of its own, with a clock that only moves when it is read.</summary>
internal sealed class TestRegistry : IDisposable
{
    public static readonly SnapshotInfo Snapshot = new(3, 7, Trained.CutOff, DateTimeOffset.UnixEpoch);

    private static readonly Lazy<(PredictionRows Rows, TrainedModel Model)> s_trained = new(() =>
    {
        PredictionRows rows = PredictionRows.Build(Trained.History(), LabelRule.Default, CancellationToken.None);
        return (rows, new EscalationTrainer(Trained.Options).Train(rows, CancellationToken.None));
    });

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("complaints-registry-");

    public TestRegistry() => Registry = new ModelRegistry(Path.Combine(_folder.FullName, "models"), new Clock());

    public ModelRegistry Registry { get; }

    public static PredictionRows Rows => s_trained.Value.Rows;

    public static TrainedModel Model => s_trained.Value.Model;

    public static EscalationEvaluation Evaluation(double low) =>
        new(
            [.. Enumerable.Range(0, EvaluationOptions.DefaultMonths).Select(Month)],
            [],
            new Interval(0.1, low, 0.2),
            new Interval(0, -0.1, 0.1),
            [],
            [])
        {
            Resamples = EvaluationOptions.DefaultResamples,
            OverRuleOpen = new Interval(0.1, 0.05, 0.2),
            EscalatedAnswered = Limits.EvaluationPositives,
            EscalatedOpen = Limits.EvaluationPositives,
        };

    public ModelManifest Add() => Registry.Add(Model, TrainingProfile.Of(Model, Rows), Snapshot);

    /// <summary>Adds a model and keeps an evaluation that lets it into use, or does not.</summary>
    public string AddJudged(bool good = true)
    {
        string version = Add().Version;
        Registry.Keep(version, Evaluation(low: good ? 0.05 : -0.01), Snapshot);
        return version;
    }

    /// <summary>Changes the manifest as somebody would who knows of its seal.</summary>
    public void Rewrite(string version, Func<string, string> change)
    {
        string text = change(File.ReadAllText(FileOf(version, "manifest.json")));
        File.WriteAllText(FileOf(version, "manifest.json"), text);
        File.WriteAllText(FileOf(version, "manifest.sha256"), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    public string FileOf(string version, string name) => Path.Combine(Registry.Folder, version, name);

    private static EvaluationMonth Month(int at) =>
        new(new DateOnly(2024, 1, 1).AddMonths(at), new DateOnly(2024, 1, 1).AddMonths(at).AddDays(-1), 10, 5, 1, 0.7);

    public void Dispose() => _folder.Delete(recursive: true);

    private sealed class Clock : TimeProvider
    {
        private DateTimeOffset _now = new(2025, 4, 14, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now = _now.AddSeconds(1);
    }
}
