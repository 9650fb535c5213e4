namespace Complaints.Etl.Conform;

/// <summary>A reference with what it was given out within.</summary>
/// <param name="Within">The reference of the case or the Ombudsman's case; null where references are those of a whole source.</param>
/// <param name="Reference">The reference.</param>
internal readonly record struct QualifiedReference(string? Within, string Reference);
