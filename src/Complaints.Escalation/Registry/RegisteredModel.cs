namespace Complaints.Escalation.Registry;

/// <summary>Where a model stands.</summary>
public enum ModelStatus
{
    /// <summary>Trained, and not yet judged on later months.</summary>
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
/// <param name="Evaluation">How it was judged; null before that.</param>
/// <param name="Status">Where it stands.</param>
public sealed record RegisteredModel(ModelManifest Manifest, EvaluationRecord? Evaluation, ModelStatus Status);
