namespace Complaints.Escalation.Labels;

/// <summary>What became of a case, as far as it can be known.</summary>
public enum CaseLabel
{
    /// <summary>The horizon has not passed: neither yes nor no, and in neither training nor evaluation.</summary>
    Unripe,

    /// <summary>The horizon passed without a request for stage 2.</summary>
    NotEscalated,

    /// <summary>Stage 2 was asked for within the horizon.</summary>
    Escalated,
}
