namespace Complaints.Escalation.Serving.Access;

/// <summary>What of the risk list was asked for.</summary>
public enum RiskAccess
{
    /// <summary>The list.</summary>
    List,

    /// <summary>A score taken apart.</summary>
    Explanation,

    /// <summary>The card of a model.</summary>
    Card,

    /// <summary>A record of what was done about a case.</summary>
    Feedback,

    /// <summary>What was recorded about cases.</summary>
    FeedbackList,
}
