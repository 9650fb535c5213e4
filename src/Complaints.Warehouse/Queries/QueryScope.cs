namespace Complaints.Warehouse.Queries;

/// <summary>Whose rows a named query may give out; its file says so in its first line (<c>-- scope: scoped</c>).</summary>
public enum QueryScope
{
    /// <summary>Rows that belong to landlords: of those alone that the reader may see.</summary>
    Scoped,

    /// <summary>What is public, such as what regulators publish: for everybody who may see anything at all.</summary>
    Public,

    /// <summary>
    /// For the warehouse's own work and for those who run it; its rows are shown to no reader whose sight is bounded.
    /// </summary>
    Internal,
}
