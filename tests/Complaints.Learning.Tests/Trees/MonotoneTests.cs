using Complaints.Learning;
using Complaints.Learning.Trees;
using Complaints.Learning.Table;
using Complaints.Learning.Tests.Support;

namespace Complaints.Learning.Tests.Trees;

public sealed class MonotoneTests
{
    private static readonly TreeOptions Eager = new() { Rounds = 60, MaxDepth = 5, LearningRate = 0.3, MinChildWeight = 0.1, Patience = 0 };

    [Theory]
    [InlineData(Monotone.Increasing)]
    [InlineData(Monotone.Decreasing)]
    public void A_constrained_feature_moves_the_risk_one_way_only_whatever_the_others_are(Monotone constraint)
    {
        Assert.Equal(0, Violations(constraint, (int)constraint));
    }

    [Fact]
    public void Without_the_constraint_the_same_data_break_the_order()
    {
        Assert.True(Violations(Monotone.None, 1) > 0);
    }

    // It did: where the bounds made the parent's score negative, "no split" scored higher and an empty one was taken, and with it
    // every explanation became NaN.
    [Theory]
    [InlineData(Monotone.Increasing)]
    [InlineData(Monotone.Decreasing)]
    public void No_split_leaves_a_side_without_training_rows(Monotone constraint)
    {
        Random random = new(5);
        float[][] columns =
        [
            .. Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, 2_000).Select(_ => random.NextSingle() * 10).ToArray()),
        ];
        byte[] labels =
        [
            .. columns[0].Select(
                (v, i) => random.NextDouble() < 0.5 + (0.04 * Math.Sin(v + columns[1][i])) + (0.02 * columns[2][i]) ? (byte)1 : (byte)0),
        ];
        FeatureTable table = Tables.Numbers(columns, labels, constraint, constraint, constraint, constraint);

        TreeModel model = (TreeModel)new TreeLearner(Eager).Train(table, null, TrainingOptions.Default, CancellationToken.None);

        Assert.All(model.Trees, tree => Assert.All(tree.Nodes, node => Assert.True(node.Cover > 0)));
    }

    private static int Violations(Monotone constraint, int direction)
    {
        Random random = new(11);
        const int rows = 3_000;
        float[] x = [.. Enumerable.Range(0, rows).Select(_ => random.NextSingle() * 10)];
        float[] z = [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble() < 0.1 ? float.NaN : random.NextSingle() * 10)];
        byte[] labels =
        [
            .. x.Select(
                (v, i) => random.NextDouble() < 0.5 + (0.03 * direction * v) + (0.15 * Math.Sin(v * 3 + (float.IsNaN(z[i]) ? 0 : z[i])))
                    ? (byte)1
                    : (byte)0),
        ];
        FeatureTable table = Tables.Numbers([x, z], labels, constraint);
        IModel model = new TreeLearner(Eager).Train(table, null, TrainingOptions.Default, CancellationToken.None);

        int violations = 0;
        foreach (float other in (float[])[float.NaN, 0, 1.5f, 3, 4.5f, 6, 9.9f])
        {
            float[] sweep = [.. Enumerable.Range(0, 400).Select(i => i * 0.025f)];
            double[] margins = model.Margins(Tables.Numbers([sweep, [.. sweep.Select(_ => other)]], new byte[400], constraint));
            violations += Enumerable.Range(1, 399).Count(i => direction * (margins[i] - margins[i - 1]) < -1e-12);
        }

        return violations;
    }
}
