using System.Collections.Immutable;

namespace Complaints.Escalation.Serving;

/// <summary>A case of the risk list.</summary>
public sealed record RiskListEntry
{
    /// <summary>Source system.</summary>
    public required string SourceSystem { get; init; }

    /// <summary>Case reference in that system.</summary>
    public required string CaseReference { get; init; }

    /// <summary>Landlord's code; empty where none is certain.</summary>
    public required string Landlord { get; init; }

    /// <summary>Landlord's name; empty likewise.</summary>
    public required string LandlordName { get; init; }

    /// <summary>Service area; empty where none is recorded.</summary>
    public required string ServiceArea { get; init; }

    /// <summary>Probability of a request for stage 2 within the horizon after the response; in (0, 1).</summary>
    public required double Probability { get; init; }

    /// <summary>Day of receipt.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Day of the stage 1 response, if it was out by <see cref="KnownTo"/>.</summary>
    public required DateOnly? RespondedOn { get; init; }

    /// <summary>Day by which the response is due (Code 2024 §6.3, §6.4); null where the clock cannot be read.</summary>
    public required DateOnly? DueOn { get; init; }

    /// <summary>
    /// The day up to which the case is known: the day of the list, or the earlier day up to which its source system was loaded.
    /// </summary>
    public required DateOnly KnownTo { get; init; }

    /// <summary>
    /// Working days from <see cref="KnownTo"/> to the due day, negative when overdue; null when answered or without a due day.
    /// </summary>
    public required int? WorkingDaysLeft { get; init; }

    /// <summary>Why: what raises the risk, strongest first, then what lowers it most.</summary>
    public required ImmutableArray<ScoredReason> Reasons { get; init; }
}
