using Complaints.Learning.Files;
using Complaints.Learning.Logistic;
using Complaints.Learning.MLNet.Logistic;
using Complaints.Learning.MLNet.Trees;
using Complaints.Learning.Table;

namespace Complaints.Learning.Tests.Logistic;

/// <summary>A value that training never saw once got the coefficient of a missing one.</summary>
public sealed class UnseenCategoryTests
{
    private static readonly CategoryList Teams = new(["a", "b", "c", "d", "once"]);

    [Fact]
    public void To_logistic_regression_a_value_never_seen_is_not_a_missing_one()
    {
        FeatureTable table = MissingIsRisk(withRare: false);
        LogisticModel model = (LogisticModel)new LogisticLearner(new LogisticOptions { L2 = 1 }).Train(
            table, null, TrainingOptions.Default, CancellationToken.None);
        double[] margins = model.Margins(New(table));
        Assert.True(margins[1] > margins[0] + 1.5, $"missing {margins[1]}, new {margins[0]}");
        // Where no rare ones were seen it adds nothing.
        Assert.Equal(model.Coefficients[0], margins[0], 1e-9);
        Assert.Equal(margins, ModelFile.Read(new MemoryStream(ModelFile.ToBytes(model))).Margins(New(table)));
    }

    [Fact]
    public void Where_rare_values_were_seen_a_new_one_counts_with_them()
    {
        FeatureTable table = MissingIsRisk(withRare: true);
        IModel model = new LogisticLearner(new LogisticOptions { L2 = 1, MinCategoryRows = 10 }).Train(
            table, null, TrainingOptions.Default, CancellationToken.None);
        double[] margins = model.Margins(New(table));
        FeatureTable rare = table.WithColumns(table.Schema, [new CategoricalColumn([.. Enumerable.Repeat(4, table.RowCount)], Teams)]);
        Assert.Equal(model.Margins(rare)[0], margins[0], 1e-9);
    }

    [Fact]
    public void To_LightGBMs_trees_a_value_never_seen_is_another_category_and_not_a_missing_one()
    {
        FeatureTable table = MissingIsRisk(withRare: false);
        LightGbmLearner learner = new(new LightGbmOptions { Rounds = 60, Patience = 0, RowSample = 1, FeatureSample = 1, MinLeafRows = 5 });
        double[] margins = learner.Train(table, null, TrainingOptions.Default, CancellationToken.None).Margins(New(table));
        Assert.True(margins[1] > margins[0] + 1, $"missing {margins[1]}, new {margins[0]}");
    }

    // A new team in the first row, none in the second.
    private static FeatureTable New(FeatureTable table)
    {
        FeatureTable two = table.Take([0, 1]);
        return two.WithColumns(two.Schema, [new CategoricalColumn([0, CategoryList.Missing], new CategoryList(["new"]))]);
    }

    private static FeatureTable MissingIsRisk(bool withRare)
    {
        Random random = new(5);
        int[] codes = [.. Enumerable.Range(0, 1_000).Select(i => withRare && i < 5 ? 4 : random.Next(-1, 4))];
        byte[] labels = [.. codes.Select(code => random.NextDouble() < (code < 0 ? 0.8 : 0.2) ? (byte)1 : (byte)0)];
        return new FeatureTable(new FeatureSchema([new("team", FeatureKind.Categorical)]), [new CategoricalColumn(codes, Teams)], labels);
    }
}
