namespace Complaints.Escalation.Serving;

/// <summary>What came of it.</summary>
public enum FeedbackOutcome
{
    /// <summary>Not known yet.</summary>
    NotKnown = 0,

    /// <summary>The resident could not be reached.</summary>
    NotReached = 1,

    /// <summary>Reached; the complaint goes on.</summary>
    StillOpen = 2,

    /// <summary>Put right to the resident's satisfaction.</summary>
    Resolved = 3,

    /// <summary>The resident asks for stage 2.</summary>
    Escalated = 4,

    /// <summary>There was no reason for concern.</summary>
    FalseAlarm = 5,
}
