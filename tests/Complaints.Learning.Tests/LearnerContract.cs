using Complaints.Learning.Evaluation;
using Complaints.Learning.Explanation;
using Complaints.Learning;
using Complaints.Learning.Table;
using Complaints.Learning.Tests.Support;

namespace Complaints.Learning.Tests;

/// <summary>What every implementation of the port must do; a new one derives from this and adds nothing.</summary>
public abstract class LearnerContract
{
    protected abstract ILearner Create();

    /// <summary>Least ROC-AUC on new rows of the sample process, whose best is about 0.76.</summary>
    protected abstract double LeastAuc { get; }

    [Fact]
    public void It_ranks_new_rows_and_its_mean_probability_is_the_base_rate()
    {
        FeatureTable training = Tables.Mixed(4_000, seed: 1);
        FeatureTable test = Tables.Mixed(4_000, seed: 2);
        double[] p = Train(training).Probabilities(test);
        Assert.True(Ranking.RocAuc(p, test.Labels) >= LeastAuc);
        Assert.Equal(test.Labels.ToArray().Average(l => l), p.Average(), 0.03);
        Assert.All(p, v => Assert.InRange(v, double.Epsilon, 1 - 1e-15));
    }

    [Fact]
    public void The_same_seed_and_rows_give_the_same_scores_whatever_the_threads()
    {
        FeatureTable training = Tables.Mixed(3_000, seed: 1);
        FeatureTable test = Tables.Mixed(500, seed: 2);
        double[] one = Create().Train(training, null, new TrainingOptions(5, 1), CancellationToken.None).Margins(test);
        double[] two = Create().Train(training, null, new TrainingOptions(5, 3), CancellationToken.None).Margins(test);
        Assert.Equal(one, two);
    }

    [Fact]
    public void A_row_scores_the_same_alone_and_among_others()
    {
        FeatureTable training = Tables.Mixed(2_000, seed: 1);
        IModel model = Train(training);
        double[] together = model.Margins(training);
        Assert.All(Enumerable.Range(0, 40), row => Assert.Equal(together[row], model.Margins(training.Take([row]))[0], 1e-12));
    }

    [Fact]
    public void Labels_of_one_kind_or_none_are_refused()
    {
        FeatureTable training = Tables.Mixed(300, seed: 1);
        Assert.Throws<ArgumentException>(() => Train(training.WithLabels(new byte[300])));
        Assert.Throws<ArgumentException>(() => Train(training.WithLabels([])));
    }

    [Fact]
    public void Another_feature_list_is_refused()
    {
        FeatureTable training = Tables.Mixed(1_000, seed: 1);
        IModel model = Train(training);
        FeatureTable other = training.WithColumns(new FeatureSchema(training.Schema.Features.RemoveAt(2)), training.Columns.RemoveAt(2));
        Assert.Throws<ArgumentException>(() => model.Margins(other));
    }

    [Fact]
    public void Rows_with_everything_missing_get_a_finite_score()
    {
        FeatureTable training = Tables.Mixed(1_000, seed: 1);
        FeatureTable one = training.Take([0]);
        FeatureTable missing = one.WithColumns(one.Schema, one.Columns.Select(c => c is CategoricalColumn k
            ? new CategoricalColumn([CategoryList.Missing], k.Categories)
            : (FeatureColumn)new NumericColumn([float.NaN])));
        Assert.True(double.IsFinite(Train(training).Margins(missing)[0]));
    }

    [Fact]
    public void Reasons_add_up_to_the_score()
    {
        FeatureTable training = Tables.Mixed(1_500, seed: 1);
        IModel model = Train(training);
        if (model is not IExplainable explainable)
        {
            Assert.Skip($"A {model.Kind} model gives no reasons.");
            return;
        }

        double[] margins = model.Margins(training);
        for (int row = 0; row < 50; row++)
        {
            FeatureContributions reasons = explainable.Explain(training, row);
            Assert.Equal(margins[row], reasons.BaseValue + reasons.Contributions.Sum(), 1e-9);
        }
    }

    [Fact]
    public void A_cancelled_training_stops()
    {
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(
            () => Create().Train(Tables.Mixed(1_000, seed: 1), null, TrainingOptions.Default, cancelled.Token));
    }

    private IModel Train(FeatureTable training) => Create().Train(training, null, TrainingOptions.Default, CancellationToken.None);
}
