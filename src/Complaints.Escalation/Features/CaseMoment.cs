using Complaints.Escalation.Cases;
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
