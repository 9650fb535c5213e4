namespace Complaints.Measures.Planning;

/// <summary>Landlords of whose complaints no source tells from a year on.</summary>
/// <param name="FromYear">The first calendar year of the first reporting year without a day that is known.</param>
/// <param name="Landlords">Their codes.</param>
internal sealed record UntoldLandlords(int FromYear, IReadOnlyList<string> Landlords);
