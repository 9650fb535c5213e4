namespace Complaints.Measures.Comparators;

/// <summary>
/// Whether landlords whose value is zero count. It matters: in the regulator's 2023/24 file a zero could mean undefined, and a published
/// "sector average" is the median without zeros (domain §4.1 [F computed]).
/// </summary>
public enum ZeroRule
{
    /// <summary>A zero is a value like another; undefined values (denominator 0) never count.</summary>
    Keep = 1,

    /// <summary>Landlords with a value of zero are left out.</summary>
    Drop = 2,
}
