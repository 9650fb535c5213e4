namespace Complaints.Escalation.Serving;

/// <summary>What one feature added to a score.</summary>
/// <param name="Feature">Stable name.</param>
/// <param name="Title">What it is.</param>
/// <param name="Fact">The case's own fact as a sentence.</param>
/// <param name="Contribution">Log-odds it added.</param>
public sealed record FeatureEffect(string Feature, string Title, string Fact, double Contribution);
