using Complaints.Domain.Code;
using Complaints.Domain.Homes;

namespace Complaints.Warehouse.Rows;

/// <summary>One stage of one complaint, for <c>fact_stage</c>.</summary>
public sealed record StageRow : IWarehouseRow
{
    /// <inheritdoc/>
    public required long SourceRow { get; init; }

    /// <summary>The complaint's reference in the source system.</summary>
    public required string CaseReference { get; init; }

    /// <summary>The stage.</summary>
    public required Stage Stage { get; init; }

    /// <summary>Whose complaint it is.</summary>
    public required LandlordCode LandlordCode { get; init; }

    /// <summary>Stock type of the home on the day of the complaint.</summary>
    public required StockType StockType { get; init; }

    /// <summary>Tenure on that day, in the source's code.</summary>
    public string? TenureCode { get; init; }

    /// <summary>
    /// Durable <c>property_id</c> of the home the landlord was found through; null where the source names the landlord itself.
    /// </summary>
    public long? PropertyId { get; init; }

    /// <summary>Keyed pseudonym of the resident; never a name or reference in clear.</summary>
    public string? ResidentPseudonym { get; init; }

    /// <summary>Service area code.</summary>
    public string? ServiceArea { get; init; }

    /// <summary>Category code.</summary>
    public string? Category { get; init; }

    /// <summary>Subcategory code within the category.</summary>
    public string? Subcategory { get; init; }

    /// <summary>Theme code.</summary>
    public string? Theme { get; init; }

    /// <summary>Channel code.</summary>
    public string? Channel { get; init; }

    /// <summary>Outcome code, one of those in <c>dim_outcome</c>; null while there is none.</summary>
    public string? Outcome { get; init; }

    /// <summary>Contractor code.</summary>
    public string? Contractor { get; init; }

    /// <summary>Case handler or team code.</summary>
    public string? Handler { get; init; }

    /// <summary>Why the complaint was not accepted (Code 2024 §2.1).</summary>
    public string? RefusalReason { get; init; }

    /// <summary>Why the resident asked for stage 2.</summary>
    public string? EscalationReason { get; init; }

    /// <summary>Version of the Complaint Handling Code it is held against, e.g. "code-2024".</summary>
    public required string CodeRuleId { get; init; }

    /// <summary>Whether the complaint was accepted.</summary>
    public StageStatus Status { get; init; } = StageStatus.Accepted;

    /// <summary>Day the stage was received; decides the reporting year.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Day it was logged.</summary>
    public DateOnly? LoggedOn { get; init; }

    /// <summary>Day it was acknowledged.</summary>
    public DateOnly? AcknowledgedOn { get; init; }

    /// <summary>Day the full response went out; what the Code's time limits are measured to (Code 2024 §6.6).</summary>
    public DateOnly? RespondedOn { get; init; }

    /// <summary>Day the case was closed, after its actions.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Day the resident was told of an extension.</summary>
    public DateOnly? ExtensionAgreedOn { get; init; }

    /// <summary>Day to which it was extended.</summary>
    public DateOnly? ExtensionTo { get; init; }

    /// <summary>The reason given to the resident.</summary>
    public string? ExtensionReason { get; init; }

    /// <summary>Whether the Ombudsman's contact details were given with the extension (Code 2024 §6.5).</summary>
    public bool? OmbudsmanDetailsGiven { get; init; }

    /// <summary>Day the response time was counted from.</summary>
    public DateOnly? ClockStartedOn { get; init; }

    /// <summary>Last day for the acknowledgement; null where the version has no such rule.</summary>
    public DateOnly? AcknowledgeDueOn { get; init; }

    /// <summary>Last day for the response without an extension.</summary>
    public DateOnly? StandardDueOn { get; init; }

    /// <summary>Last day with a valid extension; null when there is none.</summary>
    public DateOnly? ExtendedDueOn { get; init; }

    /// <summary>What is wrong with the recorded extension, as the clock read it; none where none is recorded.</summary>
    public ExtensionFault ExtensionFaults { get; init; }

    /// <summary>Working days from receipt to the response (day of receipt = day 0).</summary>
    public int? WorkingDaysToRespond { get; init; }

    /// <summary>How the response stands to its due dates at the load's cut-off.</summary>
    public required InTimeBasis InTimeBasis { get; init; }

    /// <summary>Points of complaint raised.</summary>
    public int? PointsRaised { get; init; }

    /// <summary>Whether the landlord marked it avoidable.</summary>
    public bool? Avoidable { get; init; }

    /// <summary>How the landlord was found.</summary>
    public LandlordAssignment Assignment { get; init; } = LandlordAssignment.Direct;

    /// <summary>What the row names that no register knew on the day.</summary>
    public UnknownHome Unknown { get; init; }
}

/// <summary>Whether a complaint stage was accepted.</summary>
public enum StageStatus
{
    /// <summary>Accepted and handled.</summary>
    Accepted = 1,

    /// <summary>Not accepted, with a reason (Code 2024 §2.1); outside the measures.</summary>
    Refused = 2,

    /// <summary>Withdrawn by the resident after it was made; still made (docs/domain.md §2.4).</summary>
    Withdrawn = 3,
}

/// <summary>How the landlord of a row was found.</summary>
public enum LandlordAssignment
{
    /// <summary>The source names the landlord.</summary>
    Direct = 1,

    /// <summary>Through a cross-reference, letter by letter.</summary>
    Exact = 2,

    /// <summary>Through a cross-reference after normalising the identifier.</summary>
    Normalised = 3,

    /// <summary>Through the UPRN.</summary>
    Uprn = 4,

    /// <summary>Through a match that a person accepted.</summary>
    Reviewed = 5,
}
