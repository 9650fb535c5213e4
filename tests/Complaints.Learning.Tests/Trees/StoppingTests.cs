using Complaints.Learning.Evaluation;
using Complaints.Learning.MLNet.Trees;
using Complaints.Learning.Table;
using Complaints.Learning.Tests.Support;
using Complaints.Learning.Trees;

namespace Complaints.Learning.Tests.Trees;

/// <summary>Where the base rate fell, plain log loss on later rows once stopped the trees at once.</summary>
public sealed class StoppingTests
{
    [Theory]
    [InlineData("own")]
    [InlineData("lightgbm")]
    public void Trees_are_not_stopped_by_a_base_rate_that_falls(string kind)
    {
        ILearner learner = kind == "own"
            ? new StoppedTreeLearner(new TreeOptions { Rounds = 400, MaxDepth = 3, LearningRate = 0.05, MinChildWeight = 5, Patience = 30 })
            : new LightGbmLearner(new LightGbmOptions { Rounds = 400, Patience = 30 });
        FeatureTable test = Falling(2_000, seed: 2, from: -4.5, to: -4.5);
        IModel model = learner.Train(Falling(4_000, seed: 1, from: 0, to: -4), null, TrainingOptions.Default, CancellationToken.None);
        Assert.True(((TreeModel)model).TreeCount >= 40);
        double found = Ranking.RocAuc(model.Margins(test), test.Labels);
        Assert.True(found > 0.84, $"{found:0.000}");
    }

    [Fact]
    public void The_levelled_loss_does_not_depend_on_the_level()
    {
        FeatureTable table = Tables.Mixed(500, seed: 4);
        double[] margins = [.. Enumerable.Range(0, 500).Select(i => (i % 10 / 5.0) - 1)];
        double loss = LevelledLoss.Of(margins, table);
        Assert.Equal(loss, LevelledLoss.Of([.. margins.Select(m => m + 3)], table), 1e-9);
        Assert.Equal(-LevelledLoss.ShiftOf(margins, table) + 3, -LevelledLoss.ShiftOf([.. margins.Select(m => m - 3)], table) + 6, 1e-6);
    }

    private static FeatureTable Falling(int rows, int seed, double from, double to)
    {
        Random random = new(seed);
        float[][] x =
        [
            .. Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, rows).Select(_ => (float)((random.NextDouble() * 4) - 2)).ToArray()),
        ];
        byte[] labels = new byte[rows];
        for (int i = 0; i < rows; i++)
        {
            double margin = from + ((to - from) * i / rows) + (1.2 * x[0][i]) - (0.9 * x[1][i]);
            labels[i] = random.NextDouble() < 1 / (1 + Math.Exp(-margin)) ? (byte)1 : (byte)0;
        }

        FeatureTable table = Tables.Numbers(x, labels);
        return new FeatureTable(table.Schema, table.Columns, labels, [.. Enumerable.Range(0, rows).Select(i => i / 50)]);
    }
}
