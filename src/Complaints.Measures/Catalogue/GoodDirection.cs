namespace Complaints.Measures.Catalogue;

/// <summary>Which way is better; a page colours by it, a figure does not depend on it.</summary>
public enum GoodDirection
{
    /// <summary>
    /// Neither: "high volume not negative; low volume may signal inaccessibility" (Code 2024 §3.3).
    /// </summary>
    Neutral = 1,

    /// <summary>Higher is better.</summary>
    Higher = 2,

    /// <summary>Lower is better.</summary>
    Lower = 3,
}
