namespace Complaints.Etl.Assign;

/// <summary>A person's decision on an identifier.</summary>
/// <param name="Identifier">The identifier, as the person gave it.</param>
/// <param name="AcceptedOn">The day of the decision.</param>
/// <param name="Load">The load that it was given to.</param>
internal sealed record HomeDecision(string Identifier, DateOnly AcceptedOn, int Load);
