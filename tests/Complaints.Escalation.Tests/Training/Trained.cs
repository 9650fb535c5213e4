using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;
using Complaints.Escalation.Labels;
using Complaints.Learning;
using Complaints.Learning.Blend;
using Complaints.Learning.Logistic;
using Complaints.Learning.MLNet.Logistic;
using Complaints.Learning.Trees;
using Complaints.Escalation.Tests.Features;
using Complaints.Escalation.Training;

namespace Complaints.Escalation.Tests.Training;

/// <summary>A small model on a made-up history, trained in moments.</summary>
internal static class Trained
{
    public static readonly DateOnly CutOff = Histories.First.AddDays(800);

    /// <summary>The project's own trees, which keep the directions of the features.</summary>
    public static readonly ILearner Trees = new StoppedTreeLearner(new TreeOptions
    {
        Rounds = 40, MaxDepth = 3, LearningRate = 0.2, RowSample = 0.8, FeatureSample = 0.7, Patience = 10,
    });

    public static readonly TrainerOptions Options = new()
    {
        Learner = new BlendLearner([(Trees, 1), (new LogisticLearner(new LogisticOptions()), 1)]),
    };

    public static CaseHistory History(int cases = 1500, bool drivers = true) =>
        Histories.Random(7, cases, days: 700, drivers).History(CutOff);

    public static TrainedModel Model(CaseHistory history, TrainerOptions? options = null) => new EscalationTrainer(options ?? Options)
        .Train(
            PredictionRows.Build(history, LabelRule.Default, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

    public static TrainerOptions With(ulong seed, int threads) => Options with { Run = new TrainingOptions(seed, threads) };
}
