namespace Complaints.Measures.Catalogue;

/// <summary>A number over rows of a fact: how many rows, or the sum of a field over them.</summary>
/// <param name="Where">Which rows.</param>
/// <param name="Sum">The field to add up (a <see cref="FieldType.Number"/> of the fact); null to count rows.</param>
public sealed record Aggregate(Condition Where, FactField? Sum = null);
