namespace Complaints.Measures.Catalogue;

/// <summary>How many different values a field has that stand in so many rows or more: complainants with two complaints.</summary>
/// <param name="Field">The field whose values are gathered.</param>
/// <param name="AtLeast">In how many rows, 1 or more.</param>
public sealed record RepeatedValues(FactField Field, int AtLeast) : ValueStatistic(Field);
