using Complaints.Escalation.Training;
using Complaints.Learning.MLNet;

namespace Complaints.Cli.Composition;

/// <summary>The learners the program can train with: ML.NET's, and the project's own.</summary>
internal static class LearnerChoice
{
    public static LearnerCatalogue All { get; } = new([.. MLNetLearners.All, .. LearnerCatalogue.Own.Learners]);
}
