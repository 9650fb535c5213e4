namespace Complaints.Escalation.Serving;

/// <summary>The card of a model.</summary>
/// <param name="ModelVersion">The model.</param>
/// <param name="Markdown">The card, in Markdown.</param>
public sealed record RiskCard(string ModelVersion, string Markdown);
