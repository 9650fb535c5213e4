using Complaints.Domain.Code;

namespace Complaints.Measures.Cases;

/// <summary>
/// One stage of one complaint on a list, as at the list's day: what happened later has not happened. No resident is named; the reference is
/// that of the landlord's own system.
/// </summary>
public sealed record CaseEntry
{
    /// <summary>The landlord's code.</summary>
    public required string Landlord { get; init; }

    /// <summary>The system that keeps the case.</summary>
    public required string SourceSystem { get; init; }

    /// <summary>The case's reference in that system.</summary>
    public required string CaseReference { get; init; }

    /// <summary>The stage.</summary>
    public required Stage Stage { get; init; }

    /// <summary>LCRA, LCHO or NEITHER, on the day it was made.</summary>
    public required string StockType { get; init; }

    /// <summary>Accepted, refused or withdrawn, as recorded last.</summary>
    public required string Status { get; init; }

    /// <summary>The reason for which a figure leaves it out; null where it does not.</summary>
    public string? ExcludedFor { get; init; }

    /// <summary>What it is about; "Not recorded" where nothing is.</summary>
    public required CaseSubject Subject { get; init; }

    /// <summary>Its days.</summary>
    public required CaseDays Days { get; init; }

    /// <summary>How it stands against the clock; null where its days lie outside the calendar.</summary>
    public required CaseDeadline? Clock { get; init; }

    /// <summary>The outcome's code; null while it waits for an answer, and where none is recorded.</summary>
    public string? Outcome { get; init; }

    /// <summary>What was said to the complainant, and what was promised.</summary>
    public required CaseContacts Handling { get; init; }
}

/// <summary>What a stage is about and who has it; "Not recorded" where nothing is.</summary>
/// <param name="ServiceArea">The service area.</param>
/// <param name="Category">The category.</param>
/// <param name="Subcategory">The subcategory.</param>
/// <param name="Contractor">The contractor.</param>
/// <param name="Handler">The team or handler, as the source names it.</param>
public sealed record CaseSubject(string ServiceArea, string Category, string Subcategory, string Contractor, string Handler);

/// <summary>The days of a stage that had come by the list's day.</summary>
/// <param name="Received">Made.</param>
/// <param name="Acknowledged">Acknowledged; null: not yet, or not recorded.</param>
/// <param name="Responded">Answered; null: not yet.</param>
public sealed record CaseDays(DateOnly Received, DateOnly? Acknowledged, DateOnly? Responded);

/// <summary>How a stage stands against the clock.</summary>
/// <param name="RuleId">The version of the Code, such as "code-2024".</param>
/// <param name="StartedOn">Day 0 of the time for the response.</param>
/// <param name="DueOn">Last day for the response, with the extension where one counts.</param>
/// <param name="ExtendedTo">That day, where it is an extension's; null otherwise.</param>
/// <param name="Basis">Whether it was answered, and how that stands to the due days.</param>
/// <param name="WorkingDaysLeft">
/// While it waits: working days from the list's day to the day it is due, 0 on the day, negative when overdue. Null once it is answered.
/// </param>
/// <param name="Why">Of what is late or overdue: the rule and the days that make it so. Empty otherwise.</param>
public sealed record CaseDeadline(
    string RuleId,
    DateOnly StartedOn,
    DateOnly DueOn,
    DateOnly? ExtendedTo,
    InTimeBasis Basis,
    int? WorkingDaysLeft,
    string Why);

/// <summary>Contacts and promises of a stage, as known on the list's day.</summary>
/// <param name="LastContact">The last contact with the complainant in this stage; null: none is recorded.</param>
/// <param name="NextContact">When the next one was agreed for, at the last contact that agreed one; null: never.</param>
/// <param name="PromisesOpen">Promises and remedies of the complaint that are still to be kept.</param>
/// <param name="PromisesOverdue">Those of them whose day has passed.</param>
public sealed record CaseContacts(DateOnly? LastContact, DateOnly? NextContact, int PromisesOpen, int PromisesOverdue);
