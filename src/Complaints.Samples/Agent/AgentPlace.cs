namespace Complaints.Samples.Agent;

/// <summary>Where a home is; the names are made up.</summary>
internal sealed record AgentPlace(string Estate, string Neighbourhood, string Ward);
