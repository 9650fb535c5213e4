using Complaints.Learning;
using Complaints.Learning.Logistic;
using Complaints.Learning.MLNet.Logistic;
using Complaints.Learning.MLNet.Trees;
using Complaints.Learning.Tests;

namespace Complaints.Learning.Tests.MLNet;

public sealed class LightGbmContractTests : LearnerContract
{
    protected override double LeastAuc => 0.70;

    protected override ILearner Create() => new LightGbmLearner(new LightGbmOptions { Rounds = 200, LearningRate = 0.1, Patience = 0 });
}

public sealed class StoppedLightGbmContractTests : LearnerContract
{
    protected override double LeastAuc => 0.70;

    protected override ILearner Create() => new LightGbmLearner(new LightGbmOptions { Rounds = 400, LearningRate = 0.1, Patience = 15 });
}

public sealed class LogisticContractTests : LearnerContract
{
    protected override double LeastAuc => 0.70;

    protected override ILearner Create() => new LogisticLearner(new LogisticOptions { L2 = 5 });
}

public sealed class PenaltyChoosingContractTests : LearnerContract
{
    protected override double LeastAuc => 0.70;

    protected override ILearner Create() => new PenaltyChoosingLearner(new LogisticOptions());
}
