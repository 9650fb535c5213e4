using Complaints.Samples.Chance;
using Complaints.Samples.Escalations;

namespace Complaints.Samples.Tsm;

/// <summary>A generated case: its stage 1, and its stage 2 if there is one by the extract.</summary>
internal sealed class TsmCase
{
    public static readonly WeightedChoice<string> Outcomes = new(("upheld", 45), ("partially_upheld", 22), ("not_upheld", 33));

    private static readonly WeightedChoice<string> s_channels =
        new(("phone", 38), ("email", 34), ("web", 20), ("letter", 4), ("in_person", 3), ("social_media", 1));

    private static readonly WeightedChoice<TsmServiceArea> s_areas = new(
        (new("Repairs", 0.3), 52),
        (new("Housing and estates", 0.1), 19),
        (new("Staff", -0.1), 10),
        (new("Rent and charges", 0.0), 7),
        (new("Moving home", 0.1), 5),
        (new("Other", -0.4), 7));

    public TsmCase(StageTimeline one, SampleRandom random)
    {
        One = one;
        ServiceArea = s_areas.Draw(random);
        Channel = s_channels.Draw(random);
        OutcomeOne = one.Responded is null ? null : Outcomes.Draw(random);
    }

    public StageTimeline One { get; }

    public TsmServiceArea ServiceArea { get; }

    public string Channel { get; }

    public string? OutcomeOne { get; }

    /// <summary>The true probability of escalation; null when there is no answer to escalate.</summary>
    public double? Probability { get; set; }

    /// <summary>Whether it was or will be escalated, even if after the extract.</summary>
    public bool Escalated { get; set; }

    public StageTimeline? Two { get; set; }

    public string? OutcomeTwo { get; set; }

    /// <summary>The drivers of escalation, without the landlord's intercept. Every one is in the extract.</summary>
    public double Score => ServiceArea.Escalation
        + EscalationOdds.Late(One.DaysLate)
        + (OutcomeOne switch
        {
            "not_upheld" => EscalationOdds.NotUpheld,
            "partially_upheld" => EscalationOdds.PartiallyUpheld,
            _ => EscalationOdds.Upheld,
        });
}
