using Complaints.Learning.MLNet.Logistic;
using Complaints.Learning;
using Complaints.Learning.BaseRate;
using Complaints.Learning.Blend;
using Complaints.Learning.Encodings;
using Complaints.Learning.Logistic;
using Complaints.Learning.Trees;

namespace Complaints.Learning.Tests;

public sealed class BaseRateContractTests : LearnerContract
{
    protected override double LeastAuc => 0.5;

    protected override ILearner Create() => new BaseRateLearner();
}

public sealed class TreeContractTests : LearnerContract
{
    protected override double LeastAuc => 0.70;

    protected override ILearner Create() => new TreeLearner(new TreeOptions { Rounds = 60, MaxDepth = 4, RowSample = 0.8, Patience = 0 });
}

public sealed class StoppedTreeContractTests : LearnerContract
{
    protected override double LeastAuc => 0.70;

    protected override ILearner Create() => new StoppedTreeLearner(new TreeOptions { Rounds = 200, MaxDepth = 4, Patience = 15 });
}

public sealed class BlendContractTests : LearnerContract
{
    protected override double LeastAuc => 0.70;

    protected override ILearner Create() => new BlendLearner(
    [
        (new EncodedLearner([new PastRatesLearner()], new LogisticLearner(new LogisticOptions())), 1),
        (
            new EncodedLearner(
                [new OneHotLearner(5)], new TreeLearner(new TreeOptions { Rounds = 40, MaxDepth = 3, FeatureSample = 0.5, Patience = 0 })),
            1),
    ]);
}
