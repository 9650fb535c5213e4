namespace Complaints.Escalation.Table;

/// <summary>One feature: its name, how it is read, and the direction it may act in.</summary>
/// <remarks>Only trees honour <paramref name="Monotone"/>; a constraint on a categorical feature is refused by <see cref="FeatureSchema"/>.</remarks>
/// <param name="Name">Unique within a schema, never blank.</param>
/// <param name="Kind">Numeric or categorical.</param>
/// <param name="Monotone">Constraint on the direction of effect.</param>
/// <param name="Version">Counts up whenever the same name comes to mean something else.</param>
public sealed record FeatureDefinition(string Name, FeatureKind Kind, Monotone Monotone = Monotone.None, int Version = 1);
