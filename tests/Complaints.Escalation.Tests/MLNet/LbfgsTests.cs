using Complaints.Learning;
using Complaints.Learning.Files;
using Complaints.Learning.Logistic;
using Complaints.Learning.MLNet.Logistic;
using Complaints.Learning.Table;
using Complaints.Escalation.Tests.Support;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Complaints.Escalation.Tests.MLNet;

public sealed class LbfgsTests
{
    [Fact]
    public void The_converted_coefficients_give_the_probabilities_of_ML_NET()
    {
        FeatureTable table = Tables.Mixed(3_000, seed: 3, weights: true);
        var (model, theirs, rows) = new LbfgsLogisticLearner(new LogisticOptions { L2 = 5 }).Fit(table, TrainingOptions.Default, CancellationToken.None);
        float[] expected = [.. theirs.Transform(rows).GetColumn<float>("Probability")];
        Assert.All(expected.Zip(model.Probabilities(table)), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Both_logistic_regressions_find_the_same_minimum(bool weights)
    {
        FeatureTable table = Tables.Mixed(3_000, seed: 3, weights);
        LogisticOptions options = new() { L2 = 5 };
        double[] ours = new LogisticLearner(options).Train(table, null, TrainingOptions.Default, CancellationToken.None).Margins(table);
        IModel theirs = new LbfgsLogisticLearner(options).Train(table, null, TrainingOptions.Default, CancellationToken.None);
        Assert.All(ours.Zip(theirs.Margins(table)), pair => Assert.Equal(pair.First, pair.Second, 0.02));
        Assert.Equal(theirs.Margins(table), ModelFile.Read(new MemoryStream(ModelFile.ToBytes(theirs))).Margins(table));
    }
}
