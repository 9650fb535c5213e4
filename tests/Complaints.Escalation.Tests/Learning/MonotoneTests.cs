using Complaints.Escalation.Learning;
using Complaints.Escalation.Learning.Trees;
using Complaints.Escalation.Table;
using Complaints.Escalation.Tests.Support;

namespace Complaints.Escalation.Tests.Learning;

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

    private static int Violations(Monotone constraint, int direction)
    {
        Random random = new(11);
        const int rows = 3_000;
        float[] x = [.. Enumerable.Range(0, rows).Select(_ => random.NextSingle() * 10)];
        float[] z = [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble() < 0.1 ? float.NaN : random.NextSingle() * 10)];
        byte[] labels = [.. x.Select((v, i) => random.NextDouble() < 0.5 + (0.03 * direction * v) + (0.15 * Math.Sin(v * 3 + (float.IsNaN(z[i]) ? 0 : z[i]))) ? (byte)1 : (byte)0)];
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
