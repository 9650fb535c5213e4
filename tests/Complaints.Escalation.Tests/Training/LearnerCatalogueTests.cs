using System.Text.Json.Nodes;
using Complaints.Domain.Errors;
using Complaints.Escalation.Cards;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;
using Complaints.Escalation.Labels;
using Complaints.Learning.Logistic;
using Complaints.Learning.MLNet.Logistic;
using Complaints.Escalation.Monitoring;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Tests.Registry;
using Complaints.Escalation.Training;

namespace Complaints.Escalation.Tests.Training;

public sealed class LearnerCatalogueTests
{
    [Fact]
    public void ML_NETs_LightGBM_with_logistic_regression_is_the_default_and_claims_no_direction()
    {
        LearnerCatalogue catalogue = LearnerCatalogue.Of(lightGbm: true);
        Assert.Equal("lightgbm-logistic, lightgbm, logistic, trees-logistic, trees", catalogue.Names);
        Assert.Equal(catalogue.Learners[0], catalogue.Find());
        Assert.Equal("mean of ML.NET LightGBM 5.0.1 and ML.NET L-BFGS logistic regression 5.0.1", catalogue.Find().Title);
        Assert.All(catalogue.Learners, learner => Assert.Equal(learner.Kind == "trees", learner.KeepsDirections));
        Assert.Null(catalogue.Notice);
    }

    [Fact]
    public void Where_LightGBMs_library_does_not_run_the_own_trees_take_its_place_and_one_line_says_so()
    {
        LearnerCatalogue catalogue = LearnerCatalogue.Of(lightGbm: false);
        Assert.Equal("trees-logistic, trees, logistic", catalogue.Names);
        Assert.Equal("mean of own trees and ML.NET L-BFGS logistic regression 5.0.1", catalogue.Find().Title);
        Assert.Contains("libgomp1", catalogue.Notice, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', catalogue.Notice!);
    }

    [Fact]
    public void A_learner_that_this_machine_has_not_is_refused_with_those_it_has()
    {
        UserException error = Assert.Throws<UserException>(() => LearnerCatalogue.Of(lightGbm: false).Find("lightgbm"));
        Assert.Contains("'lightgbm'", error.What, StringComparison.Ordinal);
        Assert.Contains("trees, logistic", error.Expected, StringComparison.Ordinal);
        Assert.Contains("libgomp1", error.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void The_manifest_and_the_card_tell_which_learner_it_was_and_claim_no_directions_it_does_not_keep()
    {
        using TestRegistry test = new();
        PredictionRows rows = TestRegistry.Rows;
        TrainedModel trained = new EscalationTrainer(
            Trained.Options with { Learner = new LogisticLearner(new LogisticOptions()) }).Train(rows, CancellationToken.None);
        ModelManifest manifest = test.Registry.Add(trained, TrainingProfile.Of(trained, rows), TestRegistry.Snapshot);
        RegisteredModel model = test.Registry.Find(manifest.Version);
        Assert.Equal(
            new LearnerIdentity("logistic", "ML.NET L-BFGS logistic regression 5.0.1", KeepsDirections: false), model.Manifest.TrainedBy);
        Assert.All(model.Manifest.Features, feature => Assert.Equal("any", feature.Direction));
        Assert.Contains("Regularised logistic regression, learned by ML.NET L-BFGS logistic regression 5.0.1;", ModelCard.Write(model, new CardDetails(), _ => true), StringComparison.Ordinal);
        TrainedModel directed = new EscalationTrainer(Trained.Options with { Learner = Trained.Trees }).Train(rows, CancellationToken.None);
        string version = test.Registry.Add(directed, TrainingProfile.Of(directed, rows), TestRegistry.Snapshot).Version;
        Assert.Contains(test.Registry.Find(version).Manifest.Features, feature => feature.Direction == "rising");
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
            evaluation.Of(EscalationEvaluator.Logistic, PointKind.Response).Brier.Value,
            evaluation.Of(evaluation.InUse, PointKind.Response).Brier.Value);
    }
}
