using Complaints.Domain;
using Complaints.Escalation.Features;

namespace Complaints.Escalation.Labels;

/// <summary>
/// When a case counts as escalated: a request for stage 2 received within a horizon after the stage 1 response. Nothing is said before the
/// whole horizon has passed: a case escalated on the third day waits as long as one that never is, else the rate of the latest weeks would
/// be made of the quick escalations alone.
/// </summary>
public sealed record LabelRule
{
    /// <summary>Builds a rule.</summary>
    /// <param name="horizonDays">Calendar days after the response, 1 to <see cref="Limits.HorizonDays"/>.</param>
    /// <param name="settlingDays">
    /// Calendar days that a point before the response waits besides the horizon, 0 to <see cref="Limits.HorizonDays"/>: without it the latest
    /// labelled points would be those of quickly answered cases only.
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
    /// The day from which the outcome of a case is known at the earliest, whatever it is; null while it has neither an answer nor an end, and
    /// while the quarantine holds one of its stages back: a request for stage 2 that could not be read is not a "no".
    /// </summary>
    public DateOnly? RipensOn(CaseRecord of) => of.IsHeldBack ? null :
        of.Latest.RespondedOn?.AddDays(HorizonDays) ?? of.EscalatedOn ?? of.Latest.ClosedOn?.AddDays(HorizonDays);

    /// <summary>The day from which a point may be learned from or judged; null while unknown.</summary>
    public DateOnly? RipensOn(CaseRecord of, PredictionPoint point)
    {
        DateOnly? ripe = RipensOn(of);
        if (ripe is null || point.Kind == PointKind.Response)
        {
            return ripe;
        }

        DateOnly settled = point.Day.AddDays(HorizonDays + SettlingDays);
        return ripe > settled ? ripe : settled;
    }

    /// <summary>Whether the case is escalated within the horizon, going by all that is recorded; ask only for what is ripe.</summary>
    public bool IsEscalated(CaseRecord of) =>
        of.EscalatedOn is DateOnly escalated && (of.Latest.RespondedOn is not DateOnly responded || escalated <= responded.AddDays(HorizonDays));

    /// <summary>The label of a point at a data cut-off.</summary>
    public CaseLabel LabelOf(CaseRecord of, PredictionPoint point, DateOnly cutOff) =>
        RipensOn(of, point) is not DateOnly ripe || ripe > cutOff ? CaseLabel.Unripe
        : IsEscalated(of) ? CaseLabel.Escalated
        : CaseLabel.NotEscalated;
}
