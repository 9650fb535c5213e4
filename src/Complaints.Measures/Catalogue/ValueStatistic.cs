namespace Complaints.Measures.Catalogue;

/// <summary>
/// A number that is made of all values of a field at once. That of a total does not follow from those of its parts, so it is never added
/// up: every group, total and period is made of its own rows.
/// </summary>
/// <param name="Field">The field whose values are gathered; what has none is left aside.</param>
public abstract record ValueStatistic(FactField Field);
