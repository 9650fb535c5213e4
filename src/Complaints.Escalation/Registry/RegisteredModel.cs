using System.Collections.Immutable;
using Complaints.Domain.Errors;

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
/// How it was judged: the evaluation that its promotion stands on, else the newest that something can be decided on, else the newest; null without
/// any.
/// </param>
/// <param name="Status">Where it stands.</param>
public sealed record RegisteredModel(ModelManifest Manifest, EvaluationRecord? Evaluation, ModelStatus Status)
{
    /// <summary>All evaluations, oldest first.</summary>
    public ImmutableArray<EvaluationRecord> Evaluations { get; init; } = [];

    /// <summary>Evaluations that cannot be read, with the reason; they count as not there.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];
}

/// <summary>A folder of the registry that holds no model that can be used.</summary>
/// <param name="Version">The version it would be.</param>
/// <param name="Why">What is wrong and what to do.</param>
public sealed record BrokenModel(string Version, UserException Why);
