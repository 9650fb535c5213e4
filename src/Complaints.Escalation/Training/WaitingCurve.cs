using System.Collections.Immutable;
using Complaints.Learning.Table;

namespace Complaints.Escalation.Training;

/// <summary>
/// Which share of the escalations is still to come a number of days after the response. A case answered three weeks ago and not escalated
/// is less likely to be than on the day of the answer: by Bayes, its odds are those of that day times this share.
/// </summary>
/// <param name="StillToCome">By day after the response, from day 0 (1) to the horizon; in (0, 1], never rising.</param>
public sealed record WaitingCurve(ImmutableArray<double> StillToCome)
{
    /// <summary>Learns the curve from the days between response and escalation.</summary>
    /// <param name="delays">Days of each escalated case, 0 to the horizon.</param>
    /// <param name="horizonDays">The horizon.</param>
    public static WaitingCurve Learn(IReadOnlyCollection<int> delays, int horizonDays)
    {
        int[] onDay = new int[horizonDays + 1];
        foreach (int delay in delays)
        {
            onDay[Math.Clamp(delay, 0, horizonDays)]++;
        }

        ImmutableArray<double>.Builder curve = ImmutableArray.CreateBuilder<double>(horizonDays + 1);
        int left = delays.Count - onDay[0];
        double first = left + 0.5;
        for (int day = 0; day <= horizonDays; day++)
        {
            left -= day == 0 ? 0 : onDay[day];
            // Half a case on top: the last days have none, and no share may be zero.
            curve.Add((left + 0.5) / first);
        }

        return new WaitingCurve(curve.MoveToImmutable());
    }

    /// <summary>What waiting adds to the log-odds; 0 on the day of the response, negative after it.</summary>
    public double LogOddsAfter(int days) => Math.Log(StillToCome[Math.Clamp(days, 0, StillToCome.Length - 1)]);
}
