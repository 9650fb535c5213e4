using Complaints.Domain.Code;
using Complaints.Domain.Time;

namespace Complaints.Samples.Chance;

/// <summary>The dates of a made-up stage with the reading of its clock.</summary>
internal sealed record StageTimeline(StageDates Dates, DateOnly StandardDue, DateOnly? ClosedOn)
{
    public DateOnly Received => Dates.Received;

    public DateOnly? Responded => Dates.Responded;

    /// <summary>
    /// Working days between the standard due date and the answer, extension or not; 0 when answered by then or not at all.
    /// </summary>
    public int DaysLate => Responded is DateOnly responded ? WorkingCalendar.EnglandAndWales.WorkingDaysBetween(StandardDue, responded) : 0;
}
