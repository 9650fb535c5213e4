using Complaints.Learning;
using Complaints.Learning.Logistic;
using Complaints.Learning.MLNet.Logistic;
using Complaints.Learning.MLNet.Trees;
using Complaints.Escalation.Tests.Learning;

namespace Complaints.Escalation.Tests.MLNet;

public sealed class FastTreeContractTests : LearnerContract
{
    protected override double LeastAuc => 0.70;

    protected override ILearner Create() => new FastTreeLearner(new FastTreeOptions { Rounds = 200, LearningRate = 0.1, Patience = 0 });
}

public sealed class StoppedFastTreeContractTests : LearnerContract
{
    protected override double LeastAuc => 0.70;

    protected override ILearner Create() => new FastTreeLearner(new FastTreeOptions { Rounds = 400, LearningRate = 0.1, Patience = 15 });
}

public sealed class LbfgsContractTests : LearnerContract
{
    protected override double LeastAuc => 0.70;

    protected override ILearner Create() => new LbfgsLogisticLearner(new LogisticOptions { L2 = 5 });
}
