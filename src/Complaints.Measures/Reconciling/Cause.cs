namespace Complaints.Measures.Reconciling;

/// <summary>A way in which a printed figure can differ from its measure's definition.</summary>
/// <param name="Id">Its id: <c>truncated</c>.</param>
/// <param name="Kind">What it changes.</param>
/// <param name="Words">What was done, as a sentence would go on after "printed".</param>
public sealed record Cause(string Id, CauseKind Kind, string Words);

/// <summary>What a cause changes.</summary>
public enum CauseKind
{
    /// <summary>How the value was brought to its places.</summary>
    Rounding = 1,

    /// <summary>Which answers are in time.</summary>
    Extensions = 2,

    /// <summary>Which outcomes stand above the line.</summary>
    Outcome = 3,

    /// <summary>What stands below the line.</summary>
    Denominator = 4,

    /// <summary>Which complaints are counted.</summary>
    Population = 5,

    /// <summary>By which days complaints belong to the period, or as at which day they are looked at.</summary>
    Days = 6,

    /// <summary>The period itself.</summary>
    Window = 7,

    /// <summary>Another figure of the same report.</summary>
    Set = 8,

    /// <summary>The numbers printed beside the value.</summary>
    Counts = 9,

    /// <summary>In what the value is measured.</summary>
    Unit = 10,

    /// <summary>What is taken of many values.</summary>
    Statistic = 11,
}
