using Complaints.Learning.MLNet;
using Complaints.Escalation.Training;

namespace Complaints.Cli.Commands;

/// <summary>The learners the program can train with: ML.NET's, and the project's own.</summary>
internal static class LearnerChoice
{
    public static LearnerCatalogue All { get; } = new([.. MLNetLearners.All, .. LearnerCatalogue.Own.Learners]);
}
