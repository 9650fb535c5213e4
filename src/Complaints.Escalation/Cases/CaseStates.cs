using Complaints.Warehouse.Rows;

namespace Complaints.Escalation.Cases;

/// <summary>Reads <see cref="CaseState"/>.</summary>
public static class CaseStates
{
    /// <summary>The state of a case on a day.</summary>
    /// <param name="of">The case.</param>
    /// <param name="day">The day, its events included.</param>
    /// <param name="horizonDays">Days after the response during which an escalation counts.</param>
    public static CaseState On(CaseRecord of, DateOnly day, int horizonDays)
    {
        if (of.At(day) is not CaseVersion version
            || version.ReceivedOn > day
            || version.Status == StageStatus.Refused
            || of.IsEscalatedBy(day))
        {
            return CaseState.NotAtRisk;
        }

        bool held = of.IsHeldBackOn(day);
        if (version.RespondedOn is DateOnly responded && responded <= day)
        {
            return day.DayNumber - responded.DayNumber >= horizonDays ? CaseState.NotAtRisk
                : held ? CaseState.HeldBack
                : CaseState.Answered;
        }

        bool ended = version.ClosedOn is DateOnly closed ? closed <= day : version.Status == StageStatus.Withdrawn;
        return ended ? CaseState.NotAtRisk : held ? CaseState.HeldBack : CaseState.Open;
    }
}
