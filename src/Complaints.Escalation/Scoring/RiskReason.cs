using Complaints.Escalation.Features;

namespace Complaints.Escalation.Scoring;

/// <summary>One reason for a score.</summary>
/// <param name="Topic">What it is about; a score has one reason per topic.</param>
/// <param name="Feature">The feature that moved the score most within the topic.</param>
/// <param name="Contribution">Log-odds by which the topic as a whole moved the score; positive raises the risk.</param>
/// <param name="Text">The reason with the case's own facts, without capital and full stop.</param>
public sealed record RiskReason(FeatureTopic Topic, string Feature, double Contribution, string Text);
