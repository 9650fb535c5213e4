using Complaints.Escalation.Labels;
using Complaints.Escalation.Scoring;
using Complaints.Escalation.Training;

namespace Complaints.Escalation.Registry;

/// <summary>A model read from the registry.</summary>
/// <param name="Manifest">What is known of it.</param>
/// <param name="Model">The calibrated model.</param>
/// <param name="Rule">What it predicts.</param>
/// <param name="Waiting">How soon after the response escalations come.</param>
public sealed record StoredModel(ModelManifest Manifest, PhasedModel Model, LabelRule Rule, WaitingCurve Waiting)
{
    /// <summary>A scorer with it.</summary>
    public EscalationScorer Scorer() => new(Model, Rule, Waiting);
}
