namespace Complaints.Measures.Reconciling;

/// <summary>What was counted.</summary>
/// <param name="Numerator">What stands above the line.</param>
/// <param name="Denominator">What stands below; null for a count.</param>
/// <param name="Days">
/// The days that were counted, where they are not the printed ones; of the sector, over how many landlords; else nothing.
/// </param>
public sealed record CountedReading(decimal Numerator, decimal? Denominator, string Days);
