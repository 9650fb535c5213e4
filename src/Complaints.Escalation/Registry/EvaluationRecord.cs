using Complaints.Escalation.Training;

namespace Complaints.Escalation.Registry;

/// <summary>An evaluation as it is kept with a model: how models made in the same way did on later months.</summary>
/// <param name="EvaluatedAt">When, UTC.</param>
/// <param name="WarehouseGeneration">Generation of the warehouse it was judged on.</param>
/// <param name="WarehouseLoad">Newest load of that generation.</param>
/// <param name="FeatureHash">Hash of the feature list.</param>
/// <param name="Evaluation">The figures.</param>
public sealed record EvaluationRecord(
    DateTimeOffset EvaluatedAt, int WarehouseGeneration, int WarehouseLoad, string FeatureHash, EscalationEvaluation Evaluation)
{
    /// <summary>Its number among the evaluations of the model, from 1. None is ever replaced.</summary>
    public int Number { get; init; }
}
