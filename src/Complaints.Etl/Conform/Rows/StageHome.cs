using Complaints.Domain.Homes;

namespace Complaints.Etl.Conform.Rows;

/// <summary>What both stages of a complaint share: whose it is and about which home.</summary>
internal readonly record struct StageHome(Assignment? Assignment, StockType StockType, string? TenureCode, string? Resident);
