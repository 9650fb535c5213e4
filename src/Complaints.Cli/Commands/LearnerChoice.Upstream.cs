using Complaints.Escalation.Learning;
using Complaints.Escalation.MLNet;

namespace Complaints.Cli.Commands;

internal static partial class LearnerChoice
{
    static partial void AddFromPackages(List<ILearner> learners) => learners.AddRange(MLNetLearners.All);
}
