namespace Complaints.Escalation.Cases;

/// <summary>What "known at a moment" means.</summary>
public enum KnowledgeMode
{
    /// <summary>
    /// What the first extract of the source that covers the day told of it, by the recorded-from columns, and of that only what had
    /// happened by the day. A later extract that backdates a contact or restates a category changes no earlier day. What came in one
    /// extract, as a history that is loaded at once does, is known by its event dates alone; so are contacts and actions of the first
    /// extract that has any.
    /// </summary>
    AsRecorded,

    /// <summary>The current rows, each event from its own date on: what was restated without a date since cannot be told apart.</summary>
    ByEventDates,
}
