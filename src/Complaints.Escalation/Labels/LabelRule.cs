using Complaints.Domain;
using Complaints.Escalation.Cases;

namespace Complaints.Escalation.Labels;

/// <summary>What became of a case, as far as it can be known.</summary>
public enum CaseLabel
{
    /// <summary>The horizon has not passed: neither yes nor no, and in neither training nor evaluation.</summary>
    Unripe,

    /// <summary>The horizon passed without a request for stage 2.</summary>
    NotEscalated,

    /// <summary>Stage 2 was asked for within the horizon.</summary>
    Escalated,
}

/// <summary>
/// When a case counts as escalated: a request for stage 2 received before the end of stage 1 or within a horizon after it. Nothing is said
/// before the whole horizon has passed: a case escalated on the third day waits as long as one that never is, else the rate of the latest
/// weeks would be made of the quick escalations alone.
/// </summary>
public sealed record LabelRule
{
    /// <summary>Builds a rule.</summary>
    /// <param name="horizonDays">Calendar days after the response, 1 to <see cref="Limits.HorizonDays"/>.</param>
    /// <param name="settlingDays">
    /// Calendar days that a point before the response waits besides the horizon, 0 to <see cref="Limits.HorizonDays"/>: without it the
    /// latest labelled points would be those of quickly answered cases only. So long after its due day a case counts as never answered.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    public LabelRule(int horizonDays = 60, int settlingDays = 60)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(horizonDays, Math.Clamp(horizonDays, 1, Limits.HorizonDays));
        ArgumentOutOfRangeException.ThrowIfNotEqual(settlingDays, Math.Clamp(settlingDays, 0, Limits.HorizonDays));
        HorizonDays = horizonDays;
        SettlingDays = settlingDays;
    }

    /// <summary>60 days after the response.</summary>
    public static LabelRule Default { get; } = new();

    /// <summary>Calendar days after the response during which a request for stage 2 counts.</summary>
    public int HorizonDays { get; }

    /// <summary>Further calendar days for points before the response.</summary>
    public int SettlingDays { get; }

    /// <summary>
    /// The day on which the time of a case at stage 1 counts as ended: its response, else its closure, else, for a case that was never
    /// answered, the settling days after its due day (Code 2024 §6.3, §6.4). Without the last, the cases that a landlord leaves unanswered
    /// would stand in training with their escalations alone.
    /// </summary>
    public DateOnly EndOf(CaseRecord of)
    {
        ArgumentNullException.ThrowIfNull(of);
        return of.Latest.RespondedOn ?? of.Latest.ClosedOn ?? DueOf(of.Latest).AddDays(SettlingDays);
    }

    /// <summary>
    /// The day from which the outcome of a case is known, whatever it is: the horizon after its end. Null while the quarantine holds one of
    /// its stages back: a request for stage 2 that could not be read is not a "no".
    /// </summary>
    public DateOnly? RipensOn(CaseRecord of) => of.IsHeldBack ? null : EndOf(of).AddDays(HorizonDays);

    /// <summary>
    /// The day from which a point may be learned from or judged; null while unknown, and for a point after the end of a case that was never
    /// answered: its question was settled before, and the longest forgotten cases would stand in training week after week.
    /// </summary>
    public DateOnly? RipensOn(CaseRecord of, PredictionPoint point)
    {
        DateOnly? ripe = RipensOn(of);
        if (ripe is null || point.Kind == PointKind.Response)
        {
            return ripe;
        }

        if (point.Day > EndOf(of))
        {
            return null;
        }

        DateOnly settled = point.Day.AddDays(HorizonDays + SettlingDays);
        return ripe > settled ? ripe : settled;
    }

    /// <summary>
    /// Whether the case is escalated within the horizon after its end, going by all that is recorded; ask only for what is ripe. A request
    /// counts whatever became of it: one that the landlord refused was made all the same.
    /// </summary>
    public bool IsEscalated(CaseRecord of) => of.EscalatedOn is DateOnly escalated && escalated <= EndOf(of).AddDays(HorizonDays);

    /// <summary>The label of a point at a data cut-off.</summary>
    public CaseLabel LabelOf(CaseRecord of, PredictionPoint point, DateOnly cutOff) =>
        RipensOn(of, point) is not DateOnly ripe || ripe > cutOff ? CaseLabel.Unripe
        : IsEscalated(of) ? CaseLabel.Escalated
        : CaseLabel.NotEscalated;

    // As at the last of the dates that move it. Where no clock can be read, the day of receipt is the only one that is sure.
    private static DateOnly DueOf(CaseVersion version)
    {
        DateOnly asAt = new[] { version.ReceivedOn, version.LoggedOn, version.AcknowledgedOn, version.Extension?.AgreedOn }.Max()!.Value;
        return CaseClock.Read(version, asAt)?.Due ?? version.ReceivedOn;
    }
}
