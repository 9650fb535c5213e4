namespace Complaints.Escalation.Serving.Access;

/// <summary>Who asked for what, and what they were given: how many rows, of a case no more than its reference.</summary>
public sealed record AccessRecord
{
    /// <summary>Word for a caller that is nobody.</summary>
    public const string Nobody = "nobody";

    /// <summary>When, UTC; set when it is kept.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who: the caller as the service knows it, or the account that ran the command.</summary>
    public required string By { get; init; }

    /// <summary>Which way: "service" or "command line".</summary>
    public required string Through { get; init; }

    /// <summary>What was asked for.</summary>
    public required RiskAccess Asked { get; init; }

    /// <summary>Day of the list; null where none was named and none was found.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Source system of the one case asked for, as it was written; null for a list.</summary>
    public string? SourceSystem { get; init; }

    /// <summary>The one case asked for, as it was written; null for a list.</summary>
    public string? CaseReference { get; init; }

    /// <summary>The landlord asked for; null for all that the caller may see.</summary>
    public string? Landlord { get; init; }

    /// <summary>The model that answered; null where it was refused.</summary>
    public string? ModelVersion { get; init; }

    /// <summary>Cases given out.</summary>
    public int Rows { get; init; }

    /// <summary>Why nothing was given out: the part of the request, or the kind of fault; null where the answer was given.</summary>
    public string? Refused { get; init; }
}
