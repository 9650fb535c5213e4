namespace Complaints.Escalation.Features;

/// <summary>What "known at a moment" means.</summary>
public enum KnowledgeMode
{
    /// <summary>
    /// The current rows, each event from its own date on. Right where the history was loaded at once: what a source restated without a date
    /// (a category chosen anew) cannot be told apart.
    /// </summary>
    ByEventDates,

    /// <summary>
    /// Besides, only what a load had recorded by the moment (by its extract date). The first load of a source counts as known from always,
    /// so that its history is not lost. Right where extracts come at least weekly.
    /// </summary>
    AsRecorded,
}
