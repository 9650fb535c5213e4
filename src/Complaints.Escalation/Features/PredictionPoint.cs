namespace Complaints.Escalation.Features;

/// <summary>When in the life of a case a prediction is made.</summary>
public enum PointKind
{
    /// <summary>On the day of the acknowledgement.</summary>
    Acknowledgement,

    /// <summary>A whole number of weeks after receipt, while open.</summary>
    WeekOpen,

    /// <summary>On the day of the stage 1 response, or the first day on which a response recorded late could be read.</summary>
    Response,
}

/// <summary>A case at the end of a day.</summary>
/// <param name="Case">Index in <see cref="CaseHistory.Cases"/>.</param>
/// <param name="Day">The moment: events of this day are known, later ones are not.</param>
/// <param name="Kind">Why this day.</param>
public readonly record struct PredictionPoint(int Case, DateOnly Day, PointKind Kind);
