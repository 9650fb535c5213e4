using System.Collections.Immutable;
using System.Globalization;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Escalation.Features;
using Complaints.Escalation.Labels;

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

    /// <summary>Day by which the response is due (Code 2024 §6.3, §6.4 [F]); null where the clock cannot be read.</summary>
    public required DateOnly? DueOn { get; init; }

    /// <summary>
    /// The day up to which the case is known: the day of the list, or the earlier day up to which its source system was loaded.
    /// </summary>
    public required DateOnly KnownTo { get; init; }

    /// <summary>Working days from <see cref="KnownTo"/> to the due day, negative when overdue; null when answered or without a due day.</summary>
    public required int? WorkingDaysLeft { get; init; }

    /// <summary>Why: what raises the risk, strongest first, then what lowers it most.</summary>
    public required ImmutableArray<ScoredReason> Reasons { get; init; }
}

/// <summary>The cases at risk on a day, riskiest first.</summary>
/// <param name="ModelVersion">Version of the model that scored them.</param>
/// <param name="AsOf">The day.</param>
/// <param name="ScoredLoad">Newest load the scores knew of.</param>
/// <param name="AtRisk">Cases at risk that the reader may see and asked for, before the list was cut.</param>
/// <param name="Entries">The riskiest of them.</param>
public sealed record RiskList(string ModelVersion, DateOnly AsOf, int ScoredLoad, int AtRisk, ImmutableArray<RiskListEntry> Entries)
{
    /// <summary>
    /// Cases that the reader may see and asked for, and that are not on the list because the quarantine holds a stage of theirs back: they may
    /// be escalated already, and nothing true can be said of them before the rows are mended.
    /// </summary>
    public required int HeldBack { get; init; }

    /// <summary>Newest load that told anything of complaints; later than <see cref="ScoredLoad"/> where the list does not know of it.</summary>
    public int NewestLoad { get; init; }

    /// <summary>Whether something was loaded since the list was made: cases on it may be answered or escalated by now.</summary>
    public bool IsStale => NewestLoad > ScoredLoad;

    /// <summary>Calendar days after the response within which a request for stage 2 is predicted.</summary>
    public int HorizonDays { get; init; }

    /// <summary>Sources of complaints that are known up to an earlier day than that of the list, in order of their names.</summary>
    public required ImmutableArray<LaggingSource> Lagging { get; init; }
}

/// <summary>A source system that is known up to an earlier day than that of the list.</summary>
/// <param name="SourceSystem">The source system.</param>
/// <param name="KnownTo">The last day it knew about when the list was made.</param>
/// <param name="IsListed">Whether its cases are listed, as of that day; a source too far behind is left out.</param>
public sealed record LaggingSource(string SourceSystem, DateOnly KnownTo, bool IsListed);

/// <summary>Which part of the risk list is asked for.</summary>
public sealed record RiskListQuery
{
    /// <summary>The day; null for the newest that was scored.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Only this landlord's cases, by code; null for all.</summary>
    public string? Landlord { get; init; }

    /// <summary>Only cases of this service area, compared without regard to case; null for all.</summary>
    public string? ServiceArea { get; init; }

    /// <summary>Only cases of this category, or of a subcategory of it, without regard to case; null for all.</summary>
    public string? Category { get; init; }

    /// <summary>Only open cases, or only answered ones; null for both.</summary>
    public CaseState? State { get; init; }

    /// <summary>Only cases at least so likely, from 0 to 1.</summary>
    /// <exception cref="UserException">Out of that range.</exception>
    public double LeastProbability
    {
        get;
        init => field = value is >= 0 and <= 1
            ? value
            : throw new UserException(
                string.Create(CultureInfo.InvariantCulture, $"{value} is not a probability."),
                where: "least_probability",
                expected: "0 to 1",
                fix: "write 0.3 for 30 %");
    }

    /// <summary>At most so many cases, from 1 to <see cref="Limits.RiskListEntries"/>.</summary>
    /// <exception cref="UserException">Fewer or more.</exception>
    public int Top
    {
        get;
        init => field = value is >= 1 and <= Limits.RiskListEntries
            ? value
            : throw new UserException(
                $"A list of {value} cases was asked for.",
                where: "top",
                expected: $"1 to {Limits.RiskListEntries} ({nameof(Limits)}.{nameof(Limits.RiskListEntries)})",
                fix: "ask for fewer, or filter by landlord or service area");
    } = 20;

    /// <summary>The model's horizon, in calendar days after the response: which cases held back would be at risk.</summary>
    public int HorizonDays { get; init; } = LabelRule.Default.HorizonDays;

    /// <summary>Which landlords' cases the reader may see at all. There is no default: whoever reads must say.</summary>
    public required Func<string, bool> MaySee { get; init; }
}
