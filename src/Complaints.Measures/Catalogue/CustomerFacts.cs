namespace Complaints.Measures.Catalogue;

/// <summary>Who the customers are.</summary>
internal static class CustomerFacts
{
    /// <summary>
    /// Customers at the ends of reporting years, as homes are counted (docs/domain.md §2.1). No field of a person can be tested: what they
    /// are is told by dimensions alone, which hide small numbers from everybody.
    /// </summary>
    internal static FactTable Customer { get; } = new()
    {
        Name = "customer",
        Rows = "customers",
        Row = "customer",
        Table = "dim_resident_characteristics",
        Link = FactLink.YearEnd,
        Days = new Dictionary<DateRole, FactDay> { [DateRole.Counted] = new("counted_on") },
        KnownFrom = "counted_on",
        DimensionColumns = FactTable.Columns(["landlord_code", .. FactTables.BandColumns]),
        Targets = ["resident"],
        KeyColumn = "pseudonym",
        CanHideSmallNumbers = true,
    };
}
