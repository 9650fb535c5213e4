using Complaints.Domain.Errors;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;
using Complaints.Learning;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Scoring;
using Complaints.Escalation.Training;

namespace Complaints.Escalation.Tests.Registry;

public sealed class ModelRegistryTests
{
    [Fact]
    public void A_model_read_back_scores_as_the_one_that_was_kept_to_the_last_bit()
    {
        using TestRegistry test = new();
        StoredModel stored = test.Registry.Load(test.Add().Version);
        Assert.Equal(TestRegistry.Model.Model.Margins(TestRegistry.Rows.Table), stored.Model.Margins(TestRegistry.Rows.Table));
        Assert.Equal(TestRegistry.Model.Waiting.StillToCome, stored.Waiting.StillToCome);
        Assert.Equal(TestRegistry.Model.Rule, stored.Rule);
        Assert.Equal(
            stored.Scorer()
                .Score(TestRegistry.Rows.History, TestRegistry.Rows.History.CutOff, CancellationToken.None)
                .Select(s => s.Probability),
            new EscalationScorer(TestRegistry.Model)
                .Score(TestRegistry.Rows.History, TestRegistry.Rows.History.CutOff, CancellationToken.None).Select(s => s.Probability));
    }

    [Fact]
    public void The_manifest_says_what_the_model_was_made_from()
    {
        using TestRegistry test = new();
        ModelManifest manifest = test.Registry.Find(test.Add().Version).Manifest;
        Assert.Equal((3, 7, 60, "blend"), (manifest.WarehouseGeneration, manifest.WarehouseLoad, manifest.HorizonDays, manifest.Learner));
        Assert.Equal(TestRegistry.Model.Seed, manifest.Seed);
        Assert.Equal((TestRegistry.Model.Fitted, TestRegistry.Model.Calibrated), (manifest.Fitted, manifest.Calibrated));
        Assert.Equal(FeatureList.Schema.Hash, manifest.FeatureHash);
        Assert.Equal(FeatureList.All.Select(f => f.Name), manifest.Features.Select(f => f.Name));
        Assert.Equal(new DateTimeOffset(2025, 4, 14, 9, 0, 1, TimeSpan.Zero), manifest.CreatedAt);
        Assert.StartsWith("20250414-090001-", manifest.Version, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_model_that_was_shown_to_beat_the_rule_on_later_months_is_promoted()
    {
        using TestRegistry test = new();
        string unjudged = test.Add().Version;
        Assert.Contains(
            "was not evaluated", Assert.Throws<UserException>(() => test.Registry.Promote(unjudged)).What, StringComparison.Ordinal);
        string poor = test.AddJudged(good: false);
        Assert.Contains(
            "Not shown to rank later cases better",
            Assert.Throws<UserException>(() => test.Registry.Promote(poor)).What,
            StringComparison.Ordinal);
        Assert.Null(test.Registry.PromotedVersion);

        string good = test.AddJudged();
        Assert.Equal(ModelStatus.Promoted, test.Registry.Promote(good).Status);
        Assert.Equal(good, test.Registry.PromotedVersion);
        Assert.Equal([ModelStatus.Trained, ModelStatus.Refused, ModelStatus.Promoted], test.Registry.List().Select(m => m.Status));
        Assert.Equal(good, test.Registry.Find().Manifest.Version);
    }

    [Fact]
    public void Rolling_back_puts_the_model_before_back_into_use()
    {
        using TestRegistry test = new();
        string first = test.AddJudged();
        string second = test.AddJudged();
        test.Registry.Promote(first);
        test.Registry.Promote(second);
        test.Registry.Promote(second);
        Assert.Equal(first, test.Registry.RollBack()!.Manifest.Version);
        Assert.Equal(first, test.Registry.PromotedVersion);
        Assert.Equal([ModelStatus.Promoted, ModelStatus.Retired], test.Registry.List().Select(m => m.Status));
        Assert.Null(test.Registry.RollBack());
        Assert.Null(test.Registry.PromotedVersion);
        Assert.Contains("No model is in use", Assert.Throws<UserException>(() => test.Registry.RollBack()).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_of_another_feature_list_is_refused_with_what_to_do()
    {
        using TestRegistry test = new();
        string version = test.AddJudged();
        test.Rewrite(version, text => text.Replace(FeatureList.Schema.Hash, new string('0', 64), StringComparison.Ordinal));
        UserException error = Assert.Throws<UserException>(() => test.Registry.Load(version));
        Assert.Contains("000000000000", error.What, StringComparison.Ordinal);
        Assert.Contains("complaints risk train", error.Fix, StringComparison.Ordinal);
        Assert.Throws<UserException>(() => test.Registry.Promote(version));
    }

    [Theory]
    [InlineData("open.model.json")]
    [InlineData("answered.model.json")]
    [InlineData("manifest.json")]
    public void A_file_that_was_changed_or_cut_off_is_refused(string name)
    {
        using TestRegistry test = new();
        string version = test.AddJudged();
        string file = test.FileOf(version, name);
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..^20]);
        UserException error = Assert.Throws<UserException>(() => test.Registry.Load(version));
        Assert.Contains(version, error.Where, StringComparison.Ordinal);
        Assert.NotNull(error.Fix);
    }

    [Theory]
    [InlineData("../models")]
    [InlineData("20250414-090001-00000000")]
    [InlineData("")]
    public void A_version_that_is_none_of_the_registry_is_not_looked_for_elsewhere(string version)
    {
        using TestRegistry test = new();
        test.Add();
        Assert.Contains(
            "There is no model", Assert.Throws<UserException>(() => test.Registry.Find(version)).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_training_that_was_interrupted_leaves_no_model_behind()
    {
        using TestRegistry test = new();
        test.Add();
        Directory.CreateDirectory(Path.Combine(test.Registry.Folder, ".half.new"));
        Directory.CreateDirectory(Path.Combine(test.Registry.Folder, "20250414-090009-0123abcd"));
        Assert.Single(test.Registry.List());
    }

    // Half a model of a killed training stayed for ever.
    [Fact]
    public void What_a_killed_training_left_goes_with_the_next_one_and_what_is_being_written_stays()
    {
        using TestRegistry test = new();
        test.Add();
        string dead = Directory.CreateDirectory(Path.Combine(test.Registry.Folder, ".dead.new")).FullName;
        string alive = Directory.CreateDirectory(Path.Combine(test.Registry.Folder, ".alive.new")).FullName;
        File.WriteAllText(Path.Combine(dead, "open.model.json"), "{");
        Directory.SetLastWriteTimeUtc(dead, DateTime.UtcNow.AddDays(-1));
        test.Add();
        Assert.Equal([alive], Directory.GetDirectories(test.Registry.Folder, ".*"));
    }

    // Two trainings that ended in the same second met at one name, and the second ended as a defect of ours.
    [Fact]
    public async Task The_same_model_made_by_many_at_the_same_moment_is_kept_once_and_nobody_fails()
    {
        using TestRegistry test = new();
        _ = TestRegistry.Model;
        FixedClock second = new();
        string[] versions = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() =>
            new ModelRegistry(test.Registry.Folder, second).Add(
                TestRegistry.Model, TrainingProfile.Of(TestRegistry.Model, TestRegistry.Rows), TestRegistry.Snapshot).Version)));
        string only = Assert.Single(versions.Distinct());
        Assert.Equal([only], test.Registry.List().Select(model => model.Manifest.Version));
        Assert.Empty(test.Registry.Broken());
        Assert.Empty(Directory.GetDirectories(test.Registry.Folder, ".*"));
    }

    [Fact]
    public void An_evaluation_comes_back_as_it_was_kept_even_where_a_figure_is_no_number()
    {
        using TestRegistry test = new();
        string version = test.Add().Version;
        EscalationEvaluation evaluation = TestRegistry.Evaluation(low: 0.01) with
        {
            Months = [new EvaluationMonth(new DateOnly(2025, 1, 1), new DateOnly(2024, 12, 31), 10, 0, 0, double.NaN)],
            Slices = [new SliceFigures("landlord", "00BK", 3, 1, 0.25, null, null)],
            Models = [new ModelFigures("trees", PointKind.Response, TestRegistry.Model.OnCalibration)],
        };
        test.Registry.Keep(version, evaluation, TestRegistry.Snapshot);
        Assert.Equivalent(evaluation, test.Registry.Find(version).Evaluation!.Evaluation);
    }

    [Fact]
    public void A_manifest_whose_horizon_was_changed_is_refused()
    {
        using TestRegistry test = new();
        string version = test.AddJudged();
        string manifest = test.FileOf(version, "manifest.json");
        File.WriteAllText(
            manifest, File.ReadAllText(manifest).Replace("\"horizon_days\": 60", "\"horizon_days\": 20", StringComparison.Ordinal));
        Assert.Contains("manifest.json", Assert.Throws<UserException>(() => test.Registry.Load(version)).What, StringComparison.Ordinal);
        Assert.Throws<UserException>(() => test.Registry.Promote(version));
    }

    [Fact]
    public void A_promoted_manifest_that_was_changed_with_its_seal_is_refused_as_well()
    {
        using TestRegistry test = new();
        string version = test.AddJudged();
        test.Registry.Promote(version);
        test.Rewrite(version, text => text.Replace("\"horizon_days\": 60", "\"horizon_days\": 20", StringComparison.Ordinal));
        Assert.Contains("promoted with", Assert.Throws<UserException>(() => test.Registry.Load()).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_model_or_evaluation_does_not_stop_the_others()
    {
        using TestRegistry test = new();
        string broken = test.AddJudged();
        string good = test.AddJudged();
        File.WriteAllText(test.FileOf(broken, "manifest.json"), "{");
        test.Registry.Promote(good);
        File.WriteAllText(test.FileOf(good, "evaluation-0002.json"), "{");
        RegisteredModel listed = Assert.Single(test.Registry.List());
        Assert.Equal((good, ModelStatus.Promoted, 1), (listed.Manifest.Version, listed.Status, listed.Evaluation!.Number));
        Assert.Contains("evaluation-0002.json", Assert.Single(listed.Problems), StringComparison.Ordinal);
        Assert.Equal(broken, Assert.Single(test.Registry.Broken()).Version);
        Assert.Equal(good, test.Registry.Load().Manifest.Version);
    }

    [Fact]
    public void Every_evaluation_is_kept_and_a_promotion_stands_on_the_newest_that_decides()
    {
        using TestRegistry test = new();
        string version = test.AddJudged();
        test.Registry.Keep(version, TestRegistry.Evaluation(low: 0.05) with { Resamples = 10 }, TestRegistry.Snapshot);
        RegisteredModel promoted = test.Registry.Promote(version);
        Assert.Equal([1, 2], promoted.Evaluations.Select(e => e.Number));
        Assert.Equal(1, promoted.Evaluation!.Number);
        test.Registry.Keep(version, TestRegistry.Evaluation(low: 0.06), TestRegistry.Snapshot);
        Assert.Equal(1, test.Registry.Find(version).Evaluation!.Number);
        Assert.Contains(
            "\"evaluation\": 1", File.ReadAllText(Path.Combine(test.Registry.Folder, "promoted.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_failed_once_on_the_same_data_is_not_let_through_by_another_judgement()
    {
        using TestRegistry test = new();
        string version = test.AddJudged(good: false);
        test.Registry.Keep(version, TestRegistry.Evaluation(low: 0.05) with { Resamples = 10 }, TestRegistry.Snapshot);
        Assert.Throws<UserException>(() => test.Registry.Promote(version));
        test.Registry.Keep(version, TestRegistry.Evaluation(low: 0.05), TestRegistry.Snapshot);
        Assert.Contains("evaluation 1", Assert.Throws<UserException>(() => test.Registry.Promote(version)).Where, StringComparison.Ordinal);
        test.Registry.Keep(version, TestRegistry.Evaluation(low: 0.05), TestRegistry.Snapshot with { LastLoadId = 8 });
        Assert.Equal(4, test.Registry.Promote(version).Evaluation!.Number);
    }

    [Fact]
    public void Promotions_at_once_lose_none()
    {
        using TestRegistry test = new();
        string[] versions = [.. Enumerable.Range(0, 6).Select(_ => test.AddJudged())];
        Parallel.ForEach(versions, version => test.Registry.Promote(version));
        HashSet<string> rolledBack = [];
        while (test.Registry.PromotedVersion is string version)
        {
            rolledBack.Add(version);
            test.Registry.RollBack();
        }

        Assert.Equal(versions.Order(), rolledBack.Order());
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2025, 4, 14, 9, 0, 0, TimeSpan.Zero);
    }
}
