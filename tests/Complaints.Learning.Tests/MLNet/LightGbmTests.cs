using Complaints.Learning.Evaluation;
using Complaints.Learning;
using Complaints.Learning.Files;
using Complaints.Learning.Trees;
using Complaints.Learning.MLNet.Trees;
using Complaints.Learning.Table;
using Complaints.Learning.Tests.Support;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Complaints.Learning.Tests.MLNet;

public sealed class LightGbmTests
{
    private static readonly LightGbmOptions Plain = new()
    {
        Rounds = 60,
        LearningRate = 0.2,
        RowSample = 1,
        FeatureSample = 1,
        MinLeafRows = 5,
        Patience = 0,
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_converted_trees_give_the_probabilities_of_ML_NET(bool weights)
    {
        FeatureTable table = Tables.Mixed(3_000, seed: 3, weights);
        var (model, theirs, rows) = new LightGbmLearner(Plain with { RowSample = 0.7, FeatureSample = 0.6 })
            .Fit(table, 80, TrainingOptions.Default, CancellationToken.None);
        float[] expected = [.. theirs!.Transform(rows).GetColumn<float>("Probability")];
        double[] actual = model.Probabilities(table);
        Assert.Equal(80, model.TreeCount);
        Assert.Contains(model.Trees, tree => tree.HasCategories);
        Assert.Contains(model.Trees, tree => tree.Nodes.Any(node => !node.IsLeaf && node.LeftBins is null && node.MissingLeft));
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    // A column whose values are all rare left LightGBM without any feature: a crash called a defect of ours.
    [Fact]
    public void A_table_without_anything_to_tell_rows_apart_by_gives_the_base_rate()
    {
        byte[] labels = [.. Enumerable.Range(0, 200).Select(i => (byte)(i % 4 == 0 ? 1 : 0))];
        FeatureTable table = Tables.Numbers([[.. Enumerable.Repeat(1f, 200)]], labels);
        CategoryList rare = new(Enumerable.Range(0, 200).Select(i => $"v{i:000}"));
        FeatureTable categories = new(
            new FeatureSchema([new FeatureDefinition("x", FeatureKind.Categorical)]),
            [new CategoricalColumn([.. Enumerable.Range(0, 200).Select(i => rare.CodeOf($"v{i:000}"))], rare)],
            labels,
            [.. Enumerable.Repeat(1, 200)]);
        foreach (FeatureTable none in new[] { table, categories })
        {
            IModel model = new LightGbmLearner(Plain).Train(none, null, TrainingOptions.Default, CancellationToken.None);
            Assert.All(model.Probabilities(none), probability => Assert.Equal(0.25, probability, 1e-3));
        }
    }

    // Room was made for a value of the column whose values are all rare, in a vector that has no place for it: a crash called a defect of
    // ours.
    [Fact]
    public void A_column_whose_values_are_all_rare_beside_one_of_numbers_teaches_by_the_numbers()
    {
        byte[] labels = [.. Enumerable.Range(0, 200).Select(i => (byte)(i % 4 == 0 ? 1 : 0))];
        CategoryList rare = new(Enumerable.Range(0, 200).Select(i => $"v{i:000}"));
        FeatureTable table = new(
            new FeatureSchema([new FeatureDefinition("x", FeatureKind.Numeric), new FeatureDefinition("who", FeatureKind.Categorical)]),
            [
                new NumericColumn([.. Enumerable.Range(0, 200).Select(i => (float)(i % 4))]),
                new CategoricalColumn([.. Enumerable.Range(0, 200).Select(i => rare.CodeOf($"v{i:000}"))], rare),
            ],
            labels,
            [.. Enumerable.Repeat(1, 200)]);
        IModel model = new LightGbmLearner(Plain).Train(table, null, TrainingOptions.Default, CancellationToken.None);
        Assert.All(model.Probabilities(table).Zip(labels), row => Assert.Equal(row.Second, row.First, 0.1));
    }

    // One leaf with log-odds of 0: ML.NET made a tree of it that it could not read itself.
    [Fact]
    public void A_table_that_no_split_fits_gives_the_base_rate_at_a_rate_of_a_half_too()
    {
        float[] x = [.. Enumerable.Range(0, 200).Select(i => i < 10 ? 1f : 0f)];
        foreach (int every in new[] { 2, 4 })
        {
            FeatureTable table = Tables.Numbers([x], [.. Enumerable.Range(0, 200).Select(i => (byte)(i % every == 0 ? 1 : 0))]);
            IModel model = new LightGbmLearner(Plain with { MinLeafRows = 20 })
                .Train(table, null, TrainingOptions.Default, CancellationToken.None);
            Assert.All(model.Probabilities(table), probability => Assert.Equal(1.0 / every, probability, 1e-3));
        }
    }

    [Fact]
    public void Every_node_tells_how_many_training_rows_came_through()
    {
        FeatureTable table = Tables.Mixed(1_000, seed: 3);
        TreeModel model = new LightGbmLearner(Plain).Fit(table, 10, TrainingOptions.Default, CancellationToken.None).Model;
        Assert.All(model.Trees, tree =>
        {
            Assert.Equal(1_000, tree.Nodes[0].Cover);
            Assert.All(
                tree.Nodes.Where(n => !n.IsLeaf), n => Assert.Equal(n.Cover, tree.Nodes[n.Left].Cover + tree.Nodes[n.Left + 1].Cover));
            Assert.All(tree.Nodes.Where(n => n.IsLeaf), n => Assert.True(n.Cover >= Plain.MinLeafRows));
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Missing_values_go_to_the_side_where_they_belong(bool missingIsRisk)
    {
        float[] x = [.. Enumerable.Range(0, 1_000).Select(i => i % 2 == 0 ? float.NaN : i % 7)];
        byte[] y = [.. Enumerable.Range(0, 1_000).Select(i => i % 2 == 0 == missingIsRisk ? (byte)1 : (byte)0)];
        FeatureTable table = Tables.Numbers([x], y);
        double[] p = new LightGbmLearner(Plain with { Leaves = 2 })
            .Train(table, null, TrainingOptions.Default, CancellationToken.None)
            .Probabilities(table);
        Assert.All(p.Zip(y), v => Assert.Equal(v.Second, v.First, 0.2));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void One_split_puts_the_missing_with_the_low_or_with_the_high(bool withLow)
    {
        float[] x = [.. Enumerable.Range(0, 1_200).Select(i => (i % 3) switch { 0 => float.NaN, 1 => 1f, _ => 9f })];
        byte[] y = [.. x.Select(v => float.IsNaN(v) || v < 5 == withLow ? (byte)1 : (byte)0)];
        FeatureTable table = Tables.Numbers([x], y);
        TreeModel model = new LightGbmLearner(Plain with { Leaves = 2 }).Fit(
            table, 1, TrainingOptions.Default, CancellationToken.None).Model;
        Assert.Equal(withLow, model.Trees[0].Nodes[0].MissingLeft);
        Assert.Equal(2, model.Margins(table).Distinct().Count());
        Assert.Equal(1, Ranking.RocAuc(model.Margins(table), y), 1e-12);
    }

    [Fact]
    public void A_row_of_weight_three_counts_like_three_rows()
    {
        FeatureTable mixed = Tables.Mixed(900, seed: 12);
        FeatureTable table = mixed.WithColumns(new FeatureSchema(mixed.Schema.Features.RemoveAt(2)), mixed.Columns.RemoveAt(2));
        FeatureTable weighted = new(
            table.Schema, table.Columns, table.Labels.ToArray(), null, [.. Enumerable.Range(0, 900).Select(i => i < 300 ? 3f : 1f)]);
        FeatureTable repeated = table.Take([.. Enumerable.Range(0, 900), .. Enumerable.Range(0, 300), .. Enumerable.Range(0, 300)]);
        LightGbmLearner learner = new(Plain with { Rounds = 10, MinLeafRows = 1, MinCategoryRows = 1 });
        double[] a = learner.Train(weighted, null, TrainingOptions.Default, CancellationToken.None).Margins(table);
        double[] b = learner.Train(repeated, null, TrainingOptions.Default, CancellationToken.None).Margins(table);
        double[] unweighted = learner.Train(table, null, TrainingOptions.Default, CancellationToken.None).Margins(table);
        Assert.All(a.Zip(b), pair => Assert.Equal(pair.Second, pair.First, 1e-4));
        Assert.NotEqual(unweighted, a);
    }

    [Fact]
    public void The_same_seed_gives_the_same_file_whatever_the_threads_and_another_seed_another()
    {
        FeatureTable table = Tables.Mixed(2_000, seed: 1);
        LightGbmLearner learner = new(new LightGbmOptions { Rounds = 50, Patience = 10 });
        byte[] one = ModelFile.ToBytes(learner.Train(table, null, new TrainingOptions(5, 1), CancellationToken.None));
        Assert.Equal(one, ModelFile.ToBytes(learner.Train(table, null, new TrainingOptions(5, 3), CancellationToken.None)));
        Assert.NotEqual(one, ModelFile.ToBytes(learner.Train(table, null, new TrainingOptions(6, 3), CancellationToken.None)));
    }

    [Fact]
    public void A_model_file_read_back_gives_the_same_scores()
    {
        FeatureTable table = Tables.Mixed(1_000, seed: 1);
        IModel model = new LightGbmLearner(Plain).Train(table, null, TrainingOptions.Default, CancellationToken.None);
        IModel read = ModelFile.Read(new MemoryStream(ModelFile.ToBytes(model)));
        Assert.IsType<TreeModel>(read);
        Assert.Equal(model.Margins(table), read.Margins(table));
    }

    [Fact]
    public void Early_stopping_keeps_the_round_with_the_least_later_loss()
    {
        FeatureTable table = Tables.Mixed(1_500, seed: 1);
        FeatureTable later = Tables.Mixed(1_500, seed: 2);
        LightGbmOptions eager = Plain with { Rounds = 300, LearningRate = 0.4, MinLeafRows = 1, Patience = 20 };
        TreeModel stopped = (TreeModel)new LightGbmLearner(eager).Train(table, later, TrainingOptions.Default, CancellationToken.None);
        IModel full = new LightGbmLearner(eager with { Patience = 0 }).Train(table, null, TrainingOptions.Default, CancellationToken.None);
        Assert.InRange(stopped.TreeCount, 1, 279);
        Assert.True(Loss(stopped, later) < Loss(full, later));
    }

    [Fact]
    public void A_training_under_way_stops_when_it_is_cancelled()
    {
        FeatureTable table = Tables.Mixed(20_000, seed: 1);
        using CancellationTokenSource soon = new(TimeSpan.FromMilliseconds(500));
        Assert.ThrowsAny<OperationCanceledException>(() =>
            new LightGbmLearner(Plain with { Rounds = 10_000 }).Train(table, null, TrainingOptions.Default, soon.Token));
    }

    [Fact]
    public void More_categories_and_values_than_bins_are_learned_from()
    {
        Random random = new(4);
        int[] codes = [.. Enumerable.Range(0, 8_000).Select(_ => random.Next(400))];
        float[] x = [.. codes.Select(_ => random.NextDouble() < 0.1 ? float.NaN : random.NextSingle())];
        byte[] y = [.. x.Select((v, i) => (v > 0.9 || codes[i] == 7) ^ (random.NextDouble() < 0.02) ? (byte)1 : (byte)0)];
        FeatureTable table = new(
            new FeatureSchema([new("x", FeatureKind.Numeric), new("team", FeatureKind.Categorical)]),
            [new NumericColumn(x), new CategoricalColumn(codes, new CategoryList(Enumerable.Range(0, 400).Select(c => $"team {c}")))],
            y);
        double[] margins = new LightGbmLearner(Plain).Train(table, null, TrainingOptions.Default, CancellationToken.None).Margins(table);
        Assert.True(Ranking.RocAuc(margins, y) > 0.85);
    }

    private static double Loss(IModel model, FeatureTable table) => CalibrationFigures.LogLoss(model.Probabilities(table), table.Labels);
}
