namespace Complaints.Samples.Agent;

/// <summary>A promise, remedy or lesson of a case.</summary>
internal sealed record AgentAction(string Kind, string Owner, DateOnly MadeOn, DateOnly? DueOn, DateOnly? DoneOn);
