using Complaints.Domain.Code;
using Complaints.Warehouse.Rows;

namespace Complaints.Escalation.Cases;

/// <summary>Stage 1 of a case as one load recorded it.</summary>
public sealed record CaseVersion
{
    /// <summary>When the warehouse held this version.</summary>
    public Known Known { get; init; } = Known.Always;

    /// <summary>Day of receipt.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Day it was logged.</summary>
    public DateOnly? LoggedOn { get; init; }

    /// <summary>Day it was acknowledged.</summary>
    public DateOnly? AcknowledgedOn { get; init; }

    /// <summary>Day of the stage 1 response.</summary>
    public DateOnly? RespondedOn { get; init; }

    /// <summary>Day the case was closed.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>The extension, as recorded.</summary>
    public Extension? Extension { get; init; }

    /// <summary>Accepted, refused or withdrawn in the end; never a feature, because it carries no date.</summary>
    public StageStatus Status { get; init; } = StageStatus.Accepted;

    /// <summary>Version of the Complaint Handling Code it is held against.</summary>
    public string RuleId { get; init; } = CodeRules.Code2024.Id;

    /// <summary>Landlord's code.</summary>
    public string? Landlord { get; init; }

    /// <summary>LCRA, LCHO or NEITHER.</summary>
    public string? StockType { get; init; }

    /// <summary>Tenure code of the source.</summary>
    public string? Tenure { get; init; }

    /// <summary>Service area.</summary>
    public string? ServiceArea { get; init; }

    /// <summary>Category with its subcategory.</summary>
    public string? Category { get; init; }

    /// <summary>Channel.</summary>
    public string? Channel { get; init; }

    /// <summary>Outcome of stage 1; exists from the response on.</summary>
    public string? Outcome { get; init; }

    /// <summary>Contractor.</summary>
    public string? Contractor { get; init; }

    /// <summary>Points of complaint raised.</summary>
    public int? PointsRaised { get; init; }

    /// <summary>The household, by the key of its pseudonym.</summary>
    public long? Household { get; init; }

    /// <summary>The home, by its durable key.</summary>
    public long? Home { get; init; }

    /// <summary>The block the home is in.</summary>
    public string? Block { get; init; }

    /// <summary>
    /// This version as it stood on a day: an event after it has not happened. An extension without a date is taken as known from the
    /// response on, the first day by which it must have been agreed.
    /// </summary>
    public CaseVersion AsOf(DateOnly day)
    {
        bool answered = RespondedOn <= day;
        bool extended = Extension is not null && (Extension.AgreedOn is DateOnly agreed ? agreed <= day : answered);
        return this with
        {
            LoggedOn = Until(LoggedOn, day),
            AcknowledgedOn = Until(AcknowledgedOn, day),
            RespondedOn = Until(RespondedOn, day),
            ClosedOn = Until(ClosedOn, day),
            Extension = extended ? Extension : null,
            Outcome = answered ? Outcome : null,
            Status = StageStatus.Accepted,
        };
    }

    private static DateOnly? Until(DateOnly? on, DateOnly day) => on <= day ? on : null;
}
