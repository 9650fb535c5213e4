namespace Complaints.Measures.Catalogue;

/// <summary>
/// A number over rows of a fact: how many rows, the sum of a field over them, or how many different values of a key they have.
/// </summary>
/// <param name="Where">Which rows.</param>
/// <param name="Sum">
/// The field to add up (a <see cref="FieldType.Number"/> or <see cref="FieldType.Amount"/> of the fact); else null.
/// </param>
/// <param name="Distinct">The key whose different values are counted, such as the case of a finding; else null.</param>
public sealed record Aggregate(Condition Where, FactField? Sum = null, FactField? Distinct = null);
