using Complaints.Learning.Evaluation;
using Complaints.Learning;
using Complaints.Learning.Trees;
using Complaints.Learning.Table;
using Complaints.Learning.Tests.Support;

namespace Complaints.Learning.Tests.Trees;

public sealed class TreeLearnerTests
{
    [Fact]
    public void A_stump_takes_the_split_that_an_exhaustive_search_finds()
    {
        Random random = new(5);
        for (int trial = 0; trial < 50; trial++)
        {
            float[][] x = [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 60).Select(_ => (float)random.Next(0, 9)).ToArray())];
            byte[] y =
            [
                .. Enumerable.Range(0, 60).Select(i => random.NextDouble() < (x[trial % 3][i] > 4 ? 0.8 : 0.3) ? (byte)1 : (byte)0),
            ];
            FeatureTable table = Tables.Numbers(x, y);
            TreeOptions stump = new() { Rounds = 1, MaxDepth = 1, LearningRate = 1, MinChildWeight = 1, L2 = 1, Patience = 0 };
            double[] margins = new TreeLearner(stump).Train(table, null, TrainingOptions.Default, CancellationToken.None).Margins(table);
            double[] expected = ExhaustiveStump(x, y);
            Assert.All(margins.Zip(expected), p => Assert.Equal(p.Second, p.First, 1e-6));
        }
    }

    [Fact]
    public void An_interaction_without_main_effects_is_learned()
    {
        Random random = new(9);
        float[] a = [.. Enumerable.Range(0, 4_000).Select(_ => random.NextSingle() - 0.5f)];
        float[] b = [.. Enumerable.Range(0, 4_000).Select(_ => random.NextSingle() - 0.45f)];
        byte[] y = [.. a.Select((v, i) => v > 0 ^ b[i] > 0 ? (byte)1 : (byte)0)];
        FeatureTable table = Tables.Numbers([a, b], y);
        IModel model = new TreeLearner(new TreeOptions { Rounds = 40, Patience = 0 }).Train(
            table.Take([.. Enumerable.Range(0, 2_000)]), null, TrainingOptions.Default, CancellationToken.None);
        FeatureTable test = table.Take([.. Enumerable.Range(2_000, 2_000)]);
        Assert.True(Ranking.RocAuc(model.Margins(test), test.Labels) > 0.98);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Missing_values_that_mean_something_are_used_natively(bool missingIsRisk)
    {
        float[] x = [.. Enumerable.Range(0, 1_000).Select(i => i % 2 == 0 ? float.NaN : i % 7)];
        byte[] y = [.. Enumerable.Range(0, 1_000).Select(i => i % 2 == 0 == missingIsRisk ? (byte)1 : (byte)0)];
        FeatureTable table = Tables.Numbers([x], y);
        double[] p = new TreeLearner(new TreeOptions { Rounds = 30, Patience = 0 })
            .Train(table, null, TrainingOptions.Default, CancellationToken.None)
            .Probabilities(table);
        Assert.All(p.Zip(y), v => Assert.Equal(v.Second, v.First, 0.2));
    }

    [Fact]
    public void Early_stopping_keeps_the_round_with_the_least_later_loss()
    {
        FeatureTable table = Tables.Mixed(1_500, seed: 1);
        FeatureTable later = Tables.Mixed(1_500, seed: 2);
        TreeOptions eager = new() { Rounds = 300, LearningRate = 0.3, MinChildWeight = 0, Patience = 20 };
        TreeModel stopped = (TreeModel)new TreeLearner(eager).Train(table, later, TrainingOptions.Default, CancellationToken.None);
        IModel full = new TreeLearner(eager with { Patience = 0 }).Train(table, null, TrainingOptions.Default, CancellationToken.None);
        Assert.InRange(stopped.TreeCount, 1, 279);
        Assert.True(Loss(stopped, later) < Loss(full, later));
    }

    [Fact]
    public void Scoring_many_rows_equals_walking_each_tree_by_hand()
    {
        FeatureTable table = Tables.Mixed(3_001, seed: 4);
        TreeModel model = (TreeModel)new TreeLearner(new TreeOptions { Rounds = 25, Patience = 0 }).Train(
            table, null, TrainingOptions.Default, CancellationToken.None);
        Assert.Contains(model.Trees, t => t.HasCategories);
        BinnedTable binned = BinnedTable.Build(table, model.Bins, withBlocks: false, new ParallelOptions());
        double[] margins = model.Margins(table);
        for (int row = 0; row < table.RowCount; row++)
        {
            Assert.Equal(model.Bias + model.Trees.Sum(t => t.Predict(binned.Columns, row)), margins[row], 1e-12);
        }
    }

    [Fact]
    public void Numeric_trees_score_missing_values_to_the_side_they_were_learned_on()
    {
        Random random = new(8);
        float[][] x =
        [
            .. Enumerable.Range(0, 3).Select(
                _ => Enumerable.Range(0, 2_000).Select(_ => random.NextDouble() < 0.3 ? float.NaN : random.NextSingle()).ToArray()),
        ];
        byte[] y =
        [
            .. Enumerable.Range(0, 2_000).Select(
                i => random.NextDouble() < (float.IsNaN(x[0][i]) ? 0.7 : 0.2) + (x[1][i] > 0.5 ? 0.2 : 0) ? (byte)1 : (byte)0),
        ];
        FeatureTable table = Tables.Numbers(x, y);
        TreeModel model = (TreeModel)new TreeLearner(new TreeOptions { Rounds = 20, Patience = 0 }).Train(
            table, null, TrainingOptions.Default, CancellationToken.None);
        Assert.Contains(model.Trees, t => t.Nodes.Any(n => !n.IsLeaf && n.MissingLeft));
        Assert.Contains(model.Trees, t => t.Nodes.Any(n => !n.IsLeaf && !n.MissingLeft));
        BinnedTable binned = BinnedTable.Build(table, model.Bins, withBlocks: false, new ParallelOptions());
        double[] margins = model.Margins(table);
        Assert.All(
            Enumerable.Range(0, 2_000),
            row => Assert.Equal(model.Bias + model.Trees.Sum(t => t.Predict(binned.Columns, row)), margins[row], 1e-12));
    }

    [Fact]
    public void Categories_are_matched_by_name_and_one_never_seen_is_not_a_missing_one()
    {
        FeatureTable table = Tables.Mixed(4_000, seed: 6);
        IModel model = new TreeLearner(new TreeOptions { Rounds = 20, Patience = 0 }).Train(
            table, null, TrainingOptions.Default, CancellationToken.None);
        CategoricalColumn team = (CategoricalColumn)table.Columns[3];
        CategoryList reversed = new(team.Categories.Names.Reverse().Prepend("a new team"));
        FeatureTable recoded = table.WithColumns(table.Schema, table.Columns.SetItem(3, team.Recode(reversed)));
        Assert.Equal(model.Margins(table), model.Margins(recoded));

        FeatureTable unknown = table.WithColumns(
            table.Schema, table.Columns.SetItem(3, new CategoricalColumn(new int[table.RowCount], reversed)));
        FeatureTable missing = table.WithColumns(
            table.Schema,
            table.Columns.SetItem(3, new CategoricalColumn([.. Enumerable.Repeat(CategoryList.Missing, table.RowCount)], team.Categories)));
        Assert.NotEqual(model.Margins(missing), model.Margins(unknown));
    }

    [Fact]
    public void A_table_with_another_feature_list_is_refused()
    {
        FeatureTable table = Tables.Mixed(500, seed: 6);
        IModel model = new TreeLearner(new TreeOptions { Rounds = 2, Patience = 0 }).Train(
            table, null, TrainingOptions.Default, CancellationToken.None);
        FeatureTable other = table.WithColumns(
            new FeatureSchema(table.Schema.Features.SetItem(0, new FeatureDefinition("days open", FeatureKind.Numeric))), table.Columns);
        ArgumentException error = Assert.Throws<ArgumentException>(() => model.Margins(other));
        Assert.Contains(table.Schema.Hash[..12], error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_of_weight_three_counts_like_three_rows()
    {
        // Without the continuous column, whose quantile bins move with the number of rows.
        FeatureTable mixed = Tables.Mixed(900, seed: 12);
        FeatureTable table = mixed.WithColumns(new FeatureSchema(mixed.Schema.Features.RemoveAt(2)), mixed.Columns.RemoveAt(2));
        FeatureTable weighted = new(
            table.Schema, table.Columns, table.Labels.ToArray(), null, [.. Enumerable.Range(0, 900).Select(i => i < 300 ? 3f : 1f)]);
        FeatureTable repeated = table.Take([.. Enumerable.Range(0, 900), .. Enumerable.Range(0, 300), .. Enumerable.Range(0, 300)]);
        TreeLearner learner = new(new TreeOptions { Rounds = 10, MaxDepth = 3, Patience = 0 });
        double[] a = learner.Train(weighted, null, TrainingOptions.Default, CancellationToken.None).Margins(table);
        double[] b = learner.Train(repeated, null, TrainingOptions.Default, CancellationToken.None).Margins(table);
        Assert.All(a.Zip(b), p => Assert.Equal(p.Second, p.First, 1e-5));
    }

    private static double Loss(IModel model, FeatureTable table) => CalibrationFigures.LogLoss(model.Probabilities(table), table.Labels);

    private static double[] ExhaustiveStump(float[][] x, byte[] y)
    {
        double rate = y.Average(v => v);
        double bias = Math.Log(rate / (1 - rate));
        double h = rate * (1 - rate);
        double Score(IReadOnlyCollection<int> rows) => Math.Pow(rows.Sum(i => rate - y[i]), 2) / ((rows.Count * h) + 1);
        double best = Score([.. Enumerable.Range(0, y.Length)]) + 1e-9;
        double[] margins = [.. y.Select(_ => bias)];
        (int Feature, float Cut)? found = null;
        for (int f = 0; f < x.Length; f++)
        {
            foreach (float cut in x[f].Distinct().Order())
            {
                int[] left = [.. Enumerable.Range(0, y.Length).Where(i => x[f][i] <= cut)];
                int[] right = [.. Enumerable.Range(0, y.Length).Where(i => x[f][i] > cut)];
                if (left.Length * h < 1 || right.Length * h < 1)
                {
                    continue;
                }

                double score = Score(left) + Score(right);
                if (score > best + 1e-9)
                {
                    best = score;
                    found = (f, cut);
                }
            }
        }

        if (found is { } split)
        {
            for (int side = 0; side < 2; side++)
            {
                int[] rows = [.. Enumerable.Range(0, y.Length).Where(i => x[split.Feature][i] <= split.Cut == (side == 0))];
                double value = -rows.Sum(i => rate - y[i]) / ((rows.Length * h) + 1);
                foreach (int row in rows)
                {
                    margins[row] = bias + value;
                }
            }
        }
        else
        {
            double all = -Enumerable.Range(0, y.Length).Sum(i => rate - y[i]) / ((y.Length * h) + 1);
            margins = [.. y.Select(_ => bias + all)];
        }

        return margins;
    }
}
