using Complaints.Warehouse.Rows;

namespace Complaints.Escalation.Features;

/// <summary>Where a case stands on a day, as far as escalation goes.</summary>
public enum CaseState
{
    /// <summary>Not received or known yet, refused, closed without an answer, escalated, or answered longer ago than the horizon.</summary>
    NotAtRisk,

    /// <summary>Open at stage 1.</summary>
    Open,

    /// <summary>Answered at stage 1 within the horizon, and not escalated.</summary>
    Answered,

    /// <summary>
    /// Open or answered by what was loaded, but the quarantine holds a stage of the case back: it may be escalated, and nothing true can be
    /// said of it before the row is mended.
    /// </summary>
    HeldBack,
}

/// <summary>Reads <see cref="CaseState"/>.</summary>
public static class CaseStates
{
    /// <summary>The state of a case on a day.</summary>
    /// <param name="of">The case.</param>
    /// <param name="day">The day, its events included.</param>
    /// <param name="horizonDays">Days after the response during which an escalation counts.</param>
    public static CaseState On(CaseRecord of, DateOnly day, int horizonDays)
    {
        if (of.At(day) is not CaseVersion version || version.ReceivedOn > day || version.Status == StageStatus.Refused || of.IsEscalatedBy(day))
        {
            return CaseState.NotAtRisk;
        }

        bool held = of.IsHeldBackOn(day);
        if (version.RespondedOn is DateOnly responded && responded <= day)
        {
            return day.DayNumber - responded.DayNumber >= horizonDays ? CaseState.NotAtRisk : held ? CaseState.HeldBack : CaseState.Answered;
        }

        bool ended = version.ClosedOn is DateOnly closed ? closed <= day : version.Status == StageStatus.Withdrawn;
        return ended ? CaseState.NotAtRisk : held ? CaseState.HeldBack : CaseState.Open;
    }
}
