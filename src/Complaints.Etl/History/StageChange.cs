namespace Complaints.Etl.History;

/// <summary>What a load did to a stage of a complaint.</summary>
/// <param name="Source">The system that keeps the case.</param>
/// <param name="CaseReference">Its reference there.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Fate">
/// added; changed; withdrawn: its full extract no longer had it; closed: its home or its row became doubtful, and it is held back.
/// </param>
/// <param name="Fields">The fields with another value than before.</param>
public sealed record StageChange(string Source, string CaseReference, int Stage, string Fate, IReadOnlyList<FieldChange> Fields);

/// <summary>A field, before and after a load. What could be about a person is <c>[withheld]</c>.</summary>
/// <param name="Field">The field.</param>
/// <param name="Old">What was known before; null: nothing.</param>
/// <param name="New">What is known after; null: nothing.</param>
public sealed record FieldChange(string Field, string? Old, string? New);
