using System.Globalization;
using Complaints.Domain;
using Complaints.Escalation.Features;
using Complaints.Escalation.Labels;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Training;
using Complaints.Learning.BaseRate;
using Complaints.Learning.Calibration;
using Complaints.Learning.Evaluation;
using Complaints.Learning.Table;

namespace Complaints.Warehouse.CrashHost;

/// <summary>
/// What <c>risk train</c>, <c>evaluate</c>, <c>promote</c> and <c>rollback</c> write, in an order of chance; says what it kept, once it
/// has. The model itself is the smallest there is: it is the keeping that is killed.
/// </summary>
internal sealed class ModelCommands(string folder, Random random)
{
    private const int Kinds = 3;
    private static readonly DateOnly s_day = new(2025, 4, 1);

    private readonly ModelRegistry _registry = ModelRegistry.Beside(WarehouseLocation.Parse(folder), TimeProvider.System);

    public void One()
    {
        IReadOnlyList<RegisteredModel> models = _registry.List();
        string? version = models.Count == 0 ? null : models[random.Next(models.Count)].Manifest.Version;
        switch (random.Next(4))
        {
            case 1 when version is not null:
                Say("judged", version, _registry.Keep(version, Evaluation(), Snapshot()).Number);
                break;
            case 2 when version is not null:
                _registry.Promote(version);
                Say("promoted", version);
                break;
            case 3:
                _registry.RollBack();
                break;
            default:
                // Few kinds of models: two processes make the same one within the same second.
                Say("trained", _registry.Add(Trained(random.Next(Kinds)), Profile(), Snapshot()).Version);
                break;
        }
    }

    private static TrainedModel Trained(int kind)
    {
        byte[] labels = [1, .. new byte[kind + 1]];
        FeatureSchema schema = FeatureList.Schema;
        FeatureTable table = new(schema, schema.Features.Select(feature => Column(feature.Kind, labels.Length)), labels);
        CalibratedModel model = new(
            new BaseRateLearner().Train(table, null, Learning.TrainingOptions.Default, CancellationToken.None), new PlattCalibrator(1, 0));
        TrainingSlice slice = new(s_day, s_day, labels.Length, labels.Length, 1);
        return new TrainedModel(
            new PhasedModel(model, model),
            new LearnerIdentity("base-rate", "base rate", KeepsDirections: true),
            LabelRule.Default,
            s_day,
            slice,
            slice,
            WaitingCurve.Learn([1], LabelRule.Default.HorizonDays),
            Report(labels.Length),
            Seed: 1);
    }

    private static FeatureColumn Column(FeatureKind kind, int rows) =>
        kind == FeatureKind.Numeric ? new NumericColumn(new float[rows]) : new CategoricalColumn(new int[rows], new CategoryList(["one"]));

    private static TrainingProfile Profile() => new(1, 1, [], Distribution.OfNumbers(TrainingProfile.ScoreName, [0.5]));

    private static EvaluationReport Report(int rows)
    {
        Interval half = new(0.5, 0.4, 0.6);
        return new EvaluationReport(rows, 1, 0.5, half, half, half, half, half, [], []);
    }

    // One that lets a model into use.
    private static EscalationEvaluation Evaluation() => new(
        [.. Enumerable.Range(0, EvaluationOptions.DefaultMonths)
            .Select(month => new EvaluationMonth(s_day.AddMonths(month), s_day, 10, 5, 1, 0.7))],
        [], new Interval(0.1, 0.05, 0.2), new Interval(0, -0.1, 0.1), [], [])
    {
        Resamples = EvaluationOptions.DefaultResamples,
        OverRuleOpen = new Interval(0.1, 0.05, 0.2),
        EscalatedAnswered = Limits.EvaluationPositives,
        EscalatedOpen = Limits.EvaluationPositives,
    };

    private static SnapshotInfo Snapshot() => new(1, 1, s_day, DateTimeOffset.UnixEpoch);

    private static void Say(string what, string version, int number = 0) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} {version} {number}"));
}
