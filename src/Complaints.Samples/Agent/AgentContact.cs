namespace Complaints.Samples.Agent;

/// <summary>A contact with the resident, and when the next one was agreed.</summary>
internal sealed record AgentContact(int Stage, string Kind, DateOnly OccurredOn, DateOnly? NextAgreedOn);
