using System.Collections.Immutable;
using Complaints.Escalation.Training;

namespace Complaints.Escalation.Registry;

/// <summary>Where a model stands.</summary>
public enum ModelStatus
{
    /// <summary>Trained, and not yet judged on later months, or not on enough of them.</summary>
    Trained,

    /// <summary>Judged, and shown to beat the rule: it may be promoted.</summary>
    Promotable,

    /// <summary>Judged, and not shown to beat the rule: it must not be promoted.</summary>
    Refused,

    /// <summary>In use.</summary>
    Promoted,

    /// <summary>Was in use before.</summary>
    Retired,
}

/// <summary>A model of the registry.</summary>
/// <param name="Manifest">What is known of it.</param>
/// <param name="Evaluation">
/// How it was judged: the evaluation that its promotion stands on, else the newest that something can be decided on, else the newest; null
/// without any.
/// </param>
/// <param name="Status">Where it stands.</param>
public sealed record RegisteredModel(ModelManifest Manifest, EvaluationRecord? Evaluation, ModelStatus Status)
{
    /// <summary>All evaluations, oldest first.</summary>
    public ImmutableArray<EvaluationRecord> Evaluations { get; init; } = [];

    /// <summary>Evaluations that cannot be read, with the reason; they count as not there.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];
}

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
