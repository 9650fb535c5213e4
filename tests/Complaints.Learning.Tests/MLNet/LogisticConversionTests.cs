using Complaints.Learning;
using Complaints.Learning.Files;
using Complaints.Learning.Logistic;
using Complaints.Learning.MLNet.Logistic;
using Complaints.Learning.Table;
using Complaints.Learning.Tests.Support;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Complaints.Learning.Tests.MLNet;

public sealed class LogisticConversionTests
{
    [Fact]
    public void The_converted_coefficients_give_the_probabilities_of_ML_NET()
    {
        FeatureTable table = Tables.Mixed(3_000, seed: 3, weights: true);
        var (model, theirs, rows) = new LogisticLearner(new LogisticOptions { L2 = 5 }).Fit(
            table, TrainingOptions.Default, CancellationToken.None);
        float[] expected = [.. theirs.Transform(rows).GetColumn<float>("Probability")];
        Assert.All(expected.Zip(model.Probabilities(table)), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }
}
