using Complaints.Domain.Errors;

namespace Complaints.Escalation.Registry;

/// <summary>A folder of the registry that holds no model that can be used.</summary>
/// <param name="Version">The version it would be.</param>
/// <param name="Why">What is wrong and what to do.</param>
public sealed record BrokenModel(string Version, UserException Why);
