using Complaints.Domain;

namespace Complaints.Escalation.Cases;

/// <summary>When in the life of a case a prediction is made.</summary>
public enum PointKind
{
    /// <summary>On the day of the acknowledgement.</summary>
    Acknowledgement,

    /// <summary>A whole number of weeks after receipt, while open.</summary>
    WeekOpen,

    /// <summary>On the day of the stage 1 response, or the first day on which a response recorded late could be read.</summary>
    Response,
}

/// <summary>A case at the end of a day.</summary>
/// <param name="Case">Index in <see cref="CaseHistory.Cases"/>.</param>
/// <param name="Day">The moment: events of this day are known, later ones are not.</param>
/// <param name="Kind">Why this day.</param>
public readonly record struct PredictionPoint(int Case, DateOnly Day, PointKind Kind);

/// <summary>The moments at which past cases would have been scored.</summary>
public static class PredictionPoints
{
    private const int Week = 7;

    /// <summary>
    /// At acknowledgement, at each week open (up to <see cref="Limits.WeeksOpen"/>) and at the response, for every case that was at risk
    /// then; in order of case, then day. Of two points on one day the later kind counts.
    /// </summary>
    /// <param name="history">The cases.</param>
    /// <param name="horizonDays">Days after the response during which an escalation counts.</param>
    public static List<PredictionPoint> Of(CaseHistory history, int horizonDays)
    {
        List<PredictionPoint> points = [];
        for (int i = 0; i < history.Cases.Length; i++)
        {
            AddOf(history.Cases[i], i, history.CutOffOf(history.Cases[i]), horizonDays, points);
        }

        return points;
    }

    private static void AddOf(CaseRecord of, int index, DateOnly cutOff, int horizonDays, List<PredictionPoint> points)
    {
        CaseVersion version = of.Latest;
        DateOnly last = Earlier(version.RespondedOn, Earlier(version.ClosedOn, cutOff));
        DateOnly? acknowledged = version.AcknowledgedOn < version.RespondedOn
            || version.RespondedOn is null
                ? version.AcknowledgedOn
                : null;
        bool waiting = acknowledged is not null;
        for (int week = 1; week <= Limits.WeeksOpen; week++)
        {
            DateOnly day = version.ReceivedOn.AddDays(week * Week);
            if (waiting && acknowledged <= day)
            {
                waiting = false;
                Add(PointKind.Acknowledgement, acknowledged!.Value);
                if (acknowledged == day)
                {
                    continue;
                }
            }

            if (day > last || day == version.RespondedOn)
            {
                break;
            }

            Add(PointKind.WeekOpen, day);
        }

        if (of.AnswerSeenBy(cutOff) is DateOnly answered)
        {
            Add(PointKind.Response, answered);
        }

        void Add(PointKind kind, DateOnly day)
        {
            if (day <= cutOff && CaseStates.On(of, day, horizonDays) is CaseState.Open or CaseState.Answered)
            {
                points.Add(new PredictionPoint(index, day, kind));
            }
        }
    }

    private static DateOnly Earlier(DateOnly? first, DateOnly second) => first < second ? first.Value : second;
}
