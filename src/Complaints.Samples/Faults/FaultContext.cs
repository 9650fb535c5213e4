using Complaints.Samples.Agent;

namespace Complaints.Samples.Faults;

/// <summary>What a fault may need to know.</summary>
/// <param name="ExtractDate">The data cut-off.</param>
/// <param name="Number">The fault's running number.</param>
/// <param name="PartnerHome">A home that is the other landlord's throughout.</param>
internal sealed record FaultContext(DateOnly ExtractDate, int Number, AgentHome PartnerHome);
