namespace Complaints.Etl.History;

/// <summary>A count of homes, before and after a load: what stands below the line of figures per 1,000 homes.</summary>
/// <param name="Landlord">The landlord's code.</param>
/// <param name="StockType">LCRA or LCHO.</param>
/// <param name="Year">The reporting year, as 2024/25.</param>
/// <param name="Old">Homes before; null: no count was known.</param>
/// <param name="New">Homes after; null: its source no longer has a count.</param>
public sealed record StockChange(string Landlord, string StockType, string Year, long? Old, long? New);
