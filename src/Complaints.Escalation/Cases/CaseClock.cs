using Complaints.Domain.Code;
using Complaints.Domain.Errors;
using Complaints.Domain.Time;

namespace Complaints.Escalation.Cases;

/// <summary>Reads the clock of stage 1.</summary>
internal static class CaseClock
{
    /// <summary>
    /// The clock as at a day; null where the dates contradict each other or lie outside the years whose bank holidays are known.
    /// </summary>
    public static ClockReading? Read(CaseVersion facts, DateOnly day)
    {
        StageDates dates = new(Stage.One, facts.ReceivedOn, facts.LoggedOn, facts.AcknowledgedOn, facts.RespondedOn, facts.Extension);
        if (dates.OrderFaults != DateOrderFaults.None)
        {
            return null;
        }

        try
        {
            return StageClock.Read(dates, CodeRules.ById(facts.RuleId), WorkingCalendar.EnglandAndWales, day);
        }
        catch (UserException)
        {
            return null;
        }
    }
}
