namespace Complaints.Etl.Rsh;

/// <summary>
/// What the regulator prints in a numeric cell instead of a number (notes of the management information sheets, docs/domain.md §2.6).
/// </summary>
public enum RshPlaceholder
{
    /// <summary><c>[X]</c>: the landlord left the question blank.</summary>
    LeftBlank,

    /// <summary><c>[Z]</c>: a response was not required.</summary>
    NotRequired,

    /// <summary><c>[E]</c>: the regulator excluded the data.</summary>
    Excluded,

    /// <summary><c>[U]</c>: the calculated value is undefined because its denominator is 0.</summary>
    Undefined,

    /// <summary><c>[S]</c>: suppressed, a collection method with fewer than 50 surveys.</summary>
    Suppressed,
}
