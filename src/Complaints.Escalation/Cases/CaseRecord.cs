using System.Collections.Immutable;

namespace Complaints.Escalation.Cases;

/// <summary>A contact with the complainant during stage 1.</summary>
/// <param name="OccurredOn">Day of the contact.</param>
/// <param name="NextAgreedOn">Day agreed then for the next one.</param>
/// <param name="Known">When the warehouse held this.</param>
public sealed record CaseContact(DateOnly OccurredOn, DateOnly? NextAgreedOn, Known Known);

/// <summary>A promise, remedy or lesson.</summary>
/// <param name="Kind">"promise", "remedy" or "lesson".</param>
/// <param name="MadeOn">Day on which it was promised or decided; null where that is not recorded.</param>
/// <param name="DueOn">Day by which it was to be done.</param>
/// <param name="DoneOn">Day on which it was done.</param>
/// <param name="Known">When the warehouse held this.</param>
public sealed record CaseAction(string Kind, DateOnly? MadeOn, DateOnly? DueOn, DateOnly? DoneOn, Known Known);

/// <summary>A request for stage 2.</summary>
/// <param name="ReceivedOn">Day of the request.</param>
/// <param name="Known">When the warehouse held this.</param>
public sealed record CaseEscalation(DateOnly ReceivedOn, Known Known);

/// <summary>A complaint at stage 1 with what happened around it, in all recorded versions.</summary>
public sealed record CaseRecord
{
    /// <summary>Source system.</summary>
    public required string SourceSystem { get; init; }

    /// <summary>Case reference in that system.</summary>
    public required string CaseReference { get; init; }

    /// <summary>Versions, earliest known first; at least one.</summary>
    public required ImmutableArray<CaseVersion> Versions { get; init; }

    /// <summary>Requests for stage 2, earliest known first.</summary>
    public ImmutableArray<CaseEscalation> Escalations { get; init; } = [];

    /// <summary>Contacts by day.</summary>
    public ImmutableArray<CaseContact> Contacts { get; init; } = [];

    /// <summary>Actions in any order.</summary>
    public ImmutableArray<CaseAction> Actions { get; init; } = [];

    /// <summary>When the quarantine held a stage of the case back, so that what became of it was not known.</summary>
    public ImmutableArray<Known> HeldBack { get; init; } = [];

    /// <summary>Whether the quarantine holds a stage of the case back now.</summary>
    public bool IsHeldBack => HeldBack.Any(held => held.IsCurrent);

    /// <summary>The newest version.</summary>
    public CaseVersion Latest => Versions[^1];

    /// <summary>Day of the request for stage 2 as known last; null when there is none.</summary>
    public DateOnly? EscalatedOn => Escalations.IsEmpty || !Escalations[^1].Known.IsCurrent ? null : Escalations[^1].ReceivedOn;

    /// <summary>The version the warehouse held on a day; null before it knew the case.</summary>
    public CaseVersion? At(DateOnly day)
    {
        for (int i = Versions.Length - 1; i >= 0; i--)
        {
            if (Versions[i].Known.On(day))
            {
                return Versions[i];
            }
        }

        return null;
    }

    /// <summary>
    /// The first day on which the response known on a day could be read: the day of the response, or, where an extract that covers it did
    /// not have it, the first day that a later extract told of; null while there is no response.
    /// </summary>
    public DateOnly? AnswerSeenBy(DateOnly day)
    {
        int at = Versions.Length - 1;
        while (at >= 0 && !Versions[at].Known.On(day))
        {
            at--;
        }

        if (at < 0 || Versions[at].RespondedOn is not DateOnly responded || responded > day)
        {
            return null;
        }

        while (at > 0 && Versions[at - 1].RespondedOn == responded)
        {
            at--;
        }

        DateOnly from = Versions[at].Known.From;
        return from > responded ? from : responded;
    }

    /// <summary>Whether the quarantine held a stage of the case back on a day.</summary>
    public bool IsHeldBackOn(DateOnly day)
    {
        foreach (Known held in HeldBack)
        {
            if (held.On(day))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a request for stage 2 had come, and was known, by a day.</summary>
    public bool IsEscalatedBy(DateOnly day)
    {
        foreach (CaseEscalation escalation in Escalations)
        {
            if (escalation.ReceivedOn <= day && escalation.Known.On(day))
            {
                return true;
            }
        }

        return false;
    }
}
