namespace Complaints.Warehouse.Rows;

/// <summary>How the landlord of a row was found.</summary>
public enum LandlordAssignment
{
    /// <summary>The source names the landlord.</summary>
    Direct = 1,

    /// <summary>Through a cross-reference, letter by letter.</summary>
    Exact = 2,

    /// <summary>Through a cross-reference after normalising the identifier.</summary>
    Normalised = 3,

    /// <summary>Through the UPRN.</summary>
    Uprn = 4,

    /// <summary>Through a match that a person accepted.</summary>
    Reviewed = 5,
}
