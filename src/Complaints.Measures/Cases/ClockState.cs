namespace Complaints.Measures.Cases;

/// <summary>How a stage stands against its clock, as at a day.</summary>
public enum ClockState
{
    /// <summary>It waits for an answer, overdue or not.</summary>
    Open = 1,

    /// <summary>It waits for an answer that was due before the day.</summary>
    Overdue = 2,

    /// <summary>It was answered in time, with or without an extension.</summary>
    InTime = 3,

    /// <summary>It was answered after it was due.</summary>
    Late = 4,
}
