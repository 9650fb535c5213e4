namespace Complaints.Measures.Cases;

/// <summary>Which of the complaints that a figure looks at.</summary>
public enum CasePart
{
    /// <summary>Those counted above the line; of a mean, those whose days are added up.</summary>
    Numerator = 1,

    /// <summary>Those counted below the line.</summary>
    Denominator = 2,

    /// <summary>Those of its population that wait for an answer.</summary>
    Open = 3,

    /// <summary>Those left out of its population, each with the first reason that holds.</summary>
    Excluded = 4,
}
