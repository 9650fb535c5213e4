namespace Complaints.Escalation.Table;

/// <summary>The direction in which a feature may move the predicted risk, all else equal.</summary>
public enum Monotone
{
    /// <summary>The risk never rises as the feature rises.</summary>
    Decreasing = -1,

    /// <summary>No constraint.</summary>
    None = 0,

    /// <summary>The risk never falls as the feature rises.</summary>
    Increasing = 1,
}
