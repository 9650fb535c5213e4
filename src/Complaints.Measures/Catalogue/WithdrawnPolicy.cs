namespace Complaints.Measures.Catalogue;

/// <summary>
/// Whether a complaint that was withdrawn later still counts as made. No rule was found; most landlords keep it (domain §1.3 [R]), so
/// keeping is the default and the choice is stated with every figure.
/// </summary>
public enum WithdrawnPolicy
{
    /// <summary>It was made, so it counts; without an answer in time it is a miss.</summary>
    Keep = 1,

    /// <summary>It is left out and counted under the reason <c>withdrawn</c>.</summary>
    Exclude = 2,
}
