using Complaints.Measures.Queries;

namespace Complaints.Measures.Planning;

/// <summary>One pass over <c>fact_stock</c>: the homes at the year's end of LCRA and LCHO.</summary>
internal sealed record StockScan(string Name, RowConditions Rows, IReadOnlyList<Dimension> Dimensions)
{
    internal const string Homes = "homes";
}
