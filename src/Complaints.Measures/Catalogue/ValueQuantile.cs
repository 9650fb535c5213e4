namespace Complaints.Measures.Catalogue;

/// <summary>
/// The value below which a share of all values lie, interpolated between neighbours: of n values in order, the one at place
/// 1 + share × (n − 1), as the quartiles of docs/domain.md §5.1 and the inclusive percentile of spreadsheets. The median of an even number
/// is the mean of the middle two.
/// </summary>
/// <param name="Field">The field whose values are gathered.</param>
/// <param name="Percent">The share in per cent, 1 to 99: 50 for the median.</param>
public sealed record ValueQuantile(FactField Field, int Percent) : ValueStatistic(Field);
