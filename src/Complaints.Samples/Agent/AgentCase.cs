using Complaints.Samples.Chance;

namespace Complaints.Samples.Agent;

/// <summary>A complaint of the sample with everything that happened to it.</summary>
internal sealed class AgentCase
{
    public required string Reference { get; init; }

    public required AgentHome Home { get; init; }

    public required ComplaintKind Kind { get; init; }

    public required string Channel { get; init; }

    public required string Theme { get; init; }

    public required string Handler { get; init; }

    public required string? Contractor { get; init; }

    public required int Points { get; init; }

    /// <summary>Complaints of the same household received before.</summary>
    public required int Previous { get; init; }

    /// <summary>"Accepted", "Refused" or "Withdrawn".</summary>
    public required string Status { get; init; }

    public required string? RefusalReason { get; init; }

    public required StageTimeline One { get; init; }

    public required string? OutcomeOne { get; init; }

    /// <summary>Whether it stands in the council's former spreadsheet rather than its case system.</summary>
    public required bool IsInSpreadsheet { get; init; }

    public List<AgentAction> Actions { get; } = [];

    public List<AgentContact> Contacts { get; } = [];

    /// <summary>Promises that were due before the answer and not kept by their day.</summary>
    public int MissedPromises { get; set; }

    /// <summary>The longest wait for an agreed contact beyond its day, in working days, up to the answer.</summary>
    public int LongestSilence { get; set; }

    /// <summary>Working days between the due date and the answer; 0 when in time.</summary>
    public int DaysLate { get; set; }

    /// <summary>The true probability of escalation; null when there is no answer to escalate.</summary>
    public double? Probability { get; set; }

    /// <summary>Whether it was or will be escalated, even if after the extract.</summary>
    public bool Escalated { get; set; }

    public StageTimeline? Two { get; set; }

    public string? OutcomeTwo { get; set; }

    public string? EscalationReason { get; set; }
}
