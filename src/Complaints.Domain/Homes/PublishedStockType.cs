namespace Complaints.Domain.Homes;

/// <summary>
/// The section of the regulator's return that a published figure stands in. Only published figures have <see cref="Combined"/>: landlords
/// with a little over 1,000 homes in all report one figure for both (domain §1.2 [I]); a home is never "combined".
/// </summary>
public enum PublishedStockType
{
    /// <summary>Low cost rental accommodation (section 4 of the return).</summary>
    Lcra = 1,

    /// <summary>Low cost home ownership (section 5).</summary>
    Lcho = 2,

    /// <summary>Both together (section 6).</summary>
    Combined = 3,
}
