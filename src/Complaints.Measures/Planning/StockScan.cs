using Complaints.Measures.Catalogue;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Planning;

/// <summary>One pass over <c>fact_stock</c>: the homes at the year's end of LCRA and LCHO.</summary>
internal sealed record StockScan(string Name, RowConditions Rows, IReadOnlyList<Dimension> Dimensions)
{
    internal const string Homes = "homes";

    /// <summary>Homes that are left out, because nobody tells of their landlord's complaints in the year.</summary>
    internal const string HomesUnknown = "homes_unknown";

    /// <summary>
    /// The fact whose landlords alone count: not all landlords record contacts, and the homes of one that does not would lower a rate. Null
    /// for complaints, which all of them record.
    /// </summary>
    internal FactTable? ToldBy { get; init; }

    /// <summary>Whether any homes may be left out.</summary>
    internal bool LeavesOut => Untold.Count > 0 || ToldBy is not null;

    /// <summary>
    /// Landlords whose sources end before a year, by the year from which they are left out: their homes would lower a rate of others.
    /// </summary>
    internal IReadOnlyList<UntoldLandlords> Untold { get; init; } = [];
}
