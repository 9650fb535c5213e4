using Complaints.Domain.Code;

namespace Complaints.Etl.Generate;

/// <summary>The dates of a made-up stage with the reading of its clock.</summary>
internal sealed record StageTimeline(StageDates Dates, DateOnly StandardDue, DateOnly? ClosedOn)
{
    public DateOnly Received => Dates.Received;

    public DateOnly? Responded => Dates.Responded;
}
