using System.Text.Json.Nodes;
using Complaints.Domain.Errors;
using Complaints.Escalation.Cards;
using Complaints.Escalation.Features;
using Complaints.Escalation.Labels;
using Complaints.Learning.Logistic;
using Complaints.Escalation.Monitoring;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Tests.Registry;
using Complaints.Escalation.Training;

namespace Complaints.Escalation.Tests.Training;

public sealed class LearnerCatalogueTests
{
    [Fact]
    public void Trees_and_logistic_regression_together_are_the_default_of_the_projects_own_catalogue()
    {
        Assert.Equal("blend", LearnerCatalogue.Own.Find().Kind);
        Assert.All(LearnerCatalogue.Own.Learners, learner => Assert.Equal(learner.Kind != "logistic", learner.KeepsDirections));
        Assert.Equal("trees", LearnerCatalogue.Own.Find("trees").Kind);
        Assert.Equal("logistic", LearnerCatalogue.Own.Find("logistic").Kind);
        Assert.Equal("blend, trees, logistic", LearnerCatalogue.Own.Names);
    }

    [Fact]
    public void A_learner_that_this_build_has_not_is_refused_with_those_it_has()
    {
        UserException error = Assert.Throws<UserException>(() => LearnerCatalogue.Own.Find("fasttree"));
        Assert.Contains("'fasttree'", error.What, StringComparison.Ordinal);
        Assert.Contains("trees, logistic", error.Expected, StringComparison.Ordinal);
        Assert.Contains("-p:UpstreamPackages=true", error.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void The_manifest_and_the_card_tell_which_learner_it_was_and_claim_no_directions_it_does_not_keep()
    {
        using TestRegistry test = new();
        PredictionRows rows = TestRegistry.Rows;
        TrainedModel trained = new EscalationTrainer(Trained.Options with { Learner = new LogisticLearner(new LogisticOptions()) }).Train(rows, CancellationToken.None);
        ModelManifest manifest = test.Registry.Add(trained, TrainingProfile.Of(trained, rows), TestRegistry.Snapshot);
        RegisteredModel model = test.Registry.Find(manifest.Version);
        Assert.Equal(new LearnerIdentity("logistic", "logistic", KeepsDirections: false), model.Manifest.TrainedBy);
        Assert.All(model.Manifest.Features, feature => Assert.Equal("any", feature.Direction));
        Assert.Contains("Regularised logistic regression;", ModelCard.Write(model, new CardDetails(), _ => true), StringComparison.Ordinal);
        Assert.Contains(test.Registry.Find(test.Add().Version).Manifest.Features, feature => feature.Direction == "rising");
    }

    [Fact]
    public void A_manifest_of_before_there_was_a_choice_tells_the_projects_own_learner()
    {
        using TestRegistry test = new();
        string version = test.Add().Version;
        test.Rewrite(version, text =>
        {
            JsonObject manifest = JsonNode.Parse(text)!.AsObject();
            Assert.True(manifest.Remove("trained_by"));
            manifest["learner"] = "trees";
            return manifest.ToJsonString();
        });
        Assert.Equal(new LearnerIdentity("trees", "trees", KeepsDirections: true), test.Registry.Find(version).Manifest.TrainedBy);
    }

    [Fact]
    public void A_logistic_regression_in_use_is_judged_beside_the_one_everything_is_compared_with()
    {
        PredictionRows rows = PredictionRows.Build(Trained.History(2500), LabelRule.Default, TestContext.Current.CancellationToken);
        TrainerOptions training = Trained.Options with { Learner = new LogisticLearner(new LogisticOptions { L2 = 100 }) };
        EscalationEvaluation evaluation = new EscalationEvaluator(new EvaluationOptions { Training = training, Months = 1, Resamples = 20 })
            .Run(rows, null, TestContext.Current.CancellationToken);
        Assert.Equal("logistic, in use", evaluation.InUse);
        Assert.NotEqual(
            evaluation.Of(EscalationEvaluator.Logistic, PointKind.Response).Brier.Value, evaluation.Of(evaluation.InUse, PointKind.Response).Brier.Value);
    }
}
