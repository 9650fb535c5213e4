namespace Complaints.Etl.Conform.Rows;

/// <summary>A field that decides a statutory figure and that a mapping does not give.</summary>
/// <param name="Field">Its name in mapping files; several where any of them would do.</param>
/// <param name="Consequence">What figures are without it.</param>
public sealed record AbsentField(string Field, string Consequence);
