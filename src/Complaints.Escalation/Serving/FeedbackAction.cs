namespace Complaints.Escalation.Serving;

/// <summary>What was done about a case.</summary>
public enum FeedbackAction
{
    /// <summary>Nothing, knowingly.</summary>
    None = 1,

    /// <summary>The resident was called.</summary>
    Called = 2,

    /// <summary>The resident was written to.</summary>
    Wrote = 3,

    /// <summary>The resident was visited.</summary>
    Visited = 4,

    /// <summary>A promise or remedy was kept sooner.</summary>
    RemedyBroughtForward = 5,

    /// <summary>A manager took the case up.</summary>
    ManagerInvolved = 6,
}
