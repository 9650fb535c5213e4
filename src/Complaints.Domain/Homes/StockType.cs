namespace Complaints.Domain.Homes;

/// <summary>
/// What kind of social housing a home is in the regulator's return (domain §1.2). There is no value 0: a home whose stock type is
/// not known has none, not a default one.
/// </summary>
public enum StockType
{
    /// <summary>
    /// Low cost rental accommodation: general needs, supported housing, intermediate rent, temporary social housing.
    /// </summary>
    Lcra = 1,

    /// <summary>Low cost home ownership: shared ownership that is not fully staircased.</summary>
    Lcho = 2,

    /// <summary>Outside the measures: leaseholders, freeholders, commercial units, garages.</summary>
    Neither = 3,
}
