using Complaints.Learning.MLNet.Logistic;
using Complaints.Learning.Calibration;
using Complaints.Learning.Explanation;
using Complaints.Learning;
using Complaints.Learning.Blend;
using Complaints.Learning.Encodings;
using Complaints.Learning.Logistic;
using Complaints.Learning.Trees;
using Complaints.Learning.Table;
using Complaints.Learning.Tests.Support;

namespace Complaints.Learning.Tests.Explanation;

public sealed class TreeShapTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Contributions_equal_the_enumeration_of_all_coalitions(int seed)
    {
        FeatureTable table = Tables.Mixed(600, seed);
        TreeModel model = (TreeModel)new TreeLearner(
            new TreeOptions { Rounds = 8, MaxDepth = 5, MinChildWeight = 0.5, MinCategoryWeight = 0.5, CategoricalL2 = 1, Patience = 0 })
            .Train(table, null, TrainingOptions.Default, CancellationToken.None);
        Assert.Contains(model.Trees, t => t.HasCategories);
        for (int row = 0; row < 25; row++)
        {
            FeatureContributions fast = model.Explain(table, row);
            double[] slow = ShapleyByEnumeration.Explain(model, table, row);
            Assert.All(Enumerable.Range(0, slow.Length), f => Assert.Equal(slow[f], fast.Contributions[f], 1e-9));
        }
    }

    [Fact]
    public void Base_value_and_contributions_add_up_to_the_margin()
    {
        FeatureTable table = Tables.Mixed(5_000, seed: 4);
        IModel model = new TreeLearner(
            new TreeOptions { Rounds = 100, MaxDepth = 7, RowSample = 0.8, Patience = 0 }).Train(table,
            null,
            TrainingOptions.Default,
            CancellationToken.None);
        AddsUp(model, table);
    }

    [Fact]
    public void Encoded_blended_and_calibrated_models_add_up_too_and_speak_of_the_original_features()
    {
        FeatureTable table = Tables.Mixed(3_000, seed: 5);
        TreeLearner trees = new(new TreeOptions { Rounds = 20, Patience = 0 });
        BlendLearner blend = new BlendLearner(
        [
            (new EncodedLearner([new PastRatesLearner()], new LogisticLearner(new LogisticOptions())), 1),
            (new EncodedLearner([new OneHotLearner(5)], trees), 2),
            (trees, 1),
        ]);
        IModel model = blend.Train(table, null, TrainingOptions.Default, CancellationToken.None);
        AddsUp(model, table);
        double[] margins = model.Margins(table);
        AddsUp(new CalibratedModel(model, PlattCalibrator.Fit(margins, table.Labels)), table);
        AddsUp(new CalibratedModel(model, IsotonicCalibrator.Fit(margins, table.Labels)), table);
        Assert.Equal(table.Schema.Features.Length, ((IExplainable)model).Explain(table, 0).Contributions.Length);
    }

    [Fact]
    public void A_feature_no_tree_uses_contributes_nothing()
    {
        Random random = new(3);
        float[] x = [.. Enumerable.Range(0, 500).Select(_ => random.NextSingle())];
        byte[] y = [.. x.Select(v => v > 0.5 ? (byte)1 : (byte)0)];
        FeatureTable table = Tables.Numbers([x, new float[500]], y);
        TreeModel model = (TreeModel)new TreeLearner(new TreeOptions { Rounds = 5, Patience = 0 }).Train(
            table, null, TrainingOptions.Default, CancellationToken.None);
        FeatureContributions reasons = model.Explain(table, 0);
        Assert.Equal(0, reasons.Contributions[1]);
        Assert.NotEqual(0, reasons.Contributions[0]);
    }

    private static void AddsUp(IModel model, FeatureTable table)
    {
        double[] margins = model.Margins(table);
        for (int row = 0; row < 200; row++)
        {
            FeatureContributions reasons = ((IExplainable)model).Explain(table, row);
            Assert.Equal(margins[row], reasons.Margin, 1e-12);
            Assert.Equal(margins[row], reasons.BaseValue + reasons.Contributions.Sum(), 1e-9);
        }
    }
}
