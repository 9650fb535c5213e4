using System.CommandLine;
using Complaints.Cli.Composition;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints risk</c>: which open cases will go to stage 2, from training to the list.</summary>
internal static class RiskCommand
{
    public static Command Create(Workbench bench) =>
        new("risk", "Which open cases will go to stage 2: a list that informs people and never lowers a case's priority.")
        {
            RiskTrainCommand.Create(bench),
            RiskEvaluateCommand.Create(bench),
            RiskModelsCommand.Models(bench),
            RiskModelsCommand.Promote(bench),
            RiskModelsCommand.RollBack(bench),
            RiskScoreCommand.Create(bench),
            RiskListCommand.Create(bench),
            RiskExplainCommand.Create(bench),
            RiskCardCommand.Create(bench),
            RiskFeedbackCommand.Create(bench),
            RiskMonitorCommand.Create(bench),
            RiskBenchCommand.Create(bench),
        };

    /// <summary>The option that names a model.</summary>
    public static Option<string?> Model() => new("--model") { Description = "Version of the model; else the one in use, else the newest.", HelpName = "VERSION" };

    /// <summary>The option that names the day of a list.</summary>
    public static Option<string?> AsOf() =>
        new("--as-of") { Description = "The day; else the last one the data know about.", HelpName = "YYYY-MM-DD" };
}
