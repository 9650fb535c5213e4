namespace Complaints.Measures.Reconciling;

/// <summary>Whether a printed figure was reproduced.</summary>
public enum ReconcileOutcome
{
    /// <summary>As the measure is defined.</summary>
    AsDefined = 1,

    /// <summary>By a way that differs from the definition.</summary>
    Explained = 2,

    /// <summary>The value was reproduced, and the numerator and denominator printed beside it were not.</summary>
    CountsUnexplained = 3,

    /// <summary>By none of the ways that were tried.</summary>
    Unexplained = 4,

    /// <summary>There is no measure of that id.</summary>
    NoMeasure = 5,

    /// <summary>There are no complaints of the landlord that may be seen.</summary>
    NothingToCompare = 6,
}
