using Complaints.Escalation.Training;

namespace Complaints.Escalation.Registry;

/// <summary>A version's time in use.</summary>
/// <param name="Version">The version.</param>
/// <param name="PromotedAt">Since when, UTC.</param>
/// <param name="Evaluation">Number of the evaluation it stands on; 0 where that is not known.</param>
/// <param name="ManifestHash">SHA-256 of the manifest as it was then, lower-case hex; null where that is not known.</param>
internal sealed record Promotion(string Version, DateTimeOffset PromotedAt, int Evaluation = 0, string? ManifestHash = null);
