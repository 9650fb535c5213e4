using Complaints.Domain.Code;

namespace Complaints.Escalation.Features;

/// <summary>
/// A case as it stood at the end of a day: the only thing a feature can read. Whatever lies after the day is taken away here, once, so that
/// a feature cannot reach it. One instance is moved from row to row.
/// </summary>
public sealed class CaseMoment
{
    private readonly HistoryIndex _index;
    private readonly int _daysAhead;

    // daysAhead is 0 in the product. Tests look ahead on purpose, to see that the leak test notices.
    internal CaseMoment(HistoryIndex index, int daysAhead)
    {
        _index = index;
        _daysAhead = daysAhead;
    }

    /// <summary>The moment.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The case's facts as they stood.</summary>
    public CaseVersion Facts { get; private set; } = null!;

    /// <summary>The clock as it stood; null where the dates contradict each other.</summary>
    public ClockReading? Clock { get; private set; }

    /// <summary>Promises made by the day.</summary>
    public PromiseCounts Promises { get; private set; }

    /// <summary>Contacts up to the day.</summary>
    public ContactSummary Contacts { get; private set; }

    /// <summary>Whether the response is out.</summary>
    public bool IsAnswered => Facts.RespondedOn is not null;

    /// <summary>The day up to which the clock ran: the response, else the moment.</summary>
    public DateOnly ClockEnd => Facts.RespondedOn ?? Day;

    internal HistoryIndex Index => _index;

    /// <summary>Moves to a case and day; false when the warehouse did not know the case then.</summary>
    internal bool MoveTo(CaseRecord of, DateOnly day)
    {
        day = day.AddDays(_daysAhead);
        if (of.At(day) is not CaseVersion version || version.ReceivedOn > day)
        {
            return false;
        }

        Day = day;
        Facts = version.AsOf(day);
        Clock = CaseClock.Read(Facts, day);
        Promises = PromiseCounts.Of(of.Actions, day);
        Contacts = ContactSummary.Of(of.Contacts, day, ClockEnd);
        return true;
    }
}

/// <summary>What "known at a moment" means.</summary>
public enum KnowledgeMode
{
    /// <summary>
    /// What the first extract of the source that covers the day told of it, by the recorded-from columns, and of that only what had happened by
    /// the day. A later extract that backdates a contact or restates a category changes no earlier day. What came in one extract, as a history
    /// that is loaded at once does, is known by its event dates alone; so are contacts and actions of the first extract that has any.
    /// </summary>
    AsRecorded,

    /// <summary>The current rows, each event from its own date on: what was restated without a date since cannot be told apart.</summary>
    ByEventDates,
}

/// <summary>From which day the warehouse knew something and until when, half-open: <c>[From, To)</c>.</summary>
/// <param name="From">First day on which it was known; <see cref="DateOnly.MinValue"/> where that is not asked.</param>
/// <param name="To">First day on which something else took its place; <see cref="DateOnly.MaxValue"/> while nothing has.</param>
public readonly record struct Known(DateOnly From, DateOnly To)
{
    /// <summary>Known at every moment; the dates of the events alone decide.</summary>
    public static Known Always { get; } = new(DateOnly.MinValue, DateOnly.MaxValue);

    /// <summary>Whether nothing has taken its place.</summary>
    public bool IsCurrent => To == DateOnly.MaxValue;

    /// <summary>Whether it was what the warehouse held on a day.</summary>
    public bool On(DateOnly day) => From <= day && (day < To || IsCurrent);
}
