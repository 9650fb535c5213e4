using Complaints.Domain.Homes;

namespace Complaints.Warehouse.Rows;

/// <summary>
/// What a row that was assigned by its home names beside it, and no register knew: the identifier of a row that was told by its UPRN, or
/// the UPRN of one that was told by its identifier. A register that adds it may lead the row elsewhere, and the row is then in doubt.
/// </summary>
/// <param name="Allocator">Who allocated the identifier; null without one.</param>
/// <param name="Identifier">The identifier; null where it was known, or there was none.</param>
/// <param name="Uprn">The UPRN; null where it was known, or there was none.</param>
public readonly record struct UnknownHome(string? Allocator, string? Identifier, Uprn? Uprn);
