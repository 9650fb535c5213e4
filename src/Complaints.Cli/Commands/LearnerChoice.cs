using Complaints.Escalation.Learning;
using Complaints.Escalation.Training;

namespace Complaints.Cli.Commands;

/// <summary>The learners this build of the program can train with: the project's own, and before them those of a package that is there.</summary>
internal static partial class LearnerChoice
{
    public static LearnerCatalogue All { get; } = Compose();

    private static LearnerCatalogue Compose()
    {
        List<ILearner> learners = [];
        AddFromPackages(learners);
        return learners.Count == 0 ? LearnerCatalogue.Own : new LearnerCatalogue([.. learners, .. LearnerCatalogue.Own.Learners]);
    }

    static partial void AddFromPackages(List<ILearner> learners);
}
