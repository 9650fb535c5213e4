using System.Collections.Immutable;

namespace Complaints.Escalation.Serving;

/// <summary>The cases at risk on a day, riskiest first.</summary>
/// <param name="ModelVersion">Version of the model that scored them.</param>
/// <param name="AsOf">The day.</param>
/// <param name="ScoredLoad">Newest load the scores knew of.</param>
/// <param name="AtRisk">Cases at risk that the reader may see and asked for, before the list was cut.</param>
/// <param name="Entries">The riskiest of them.</param>
public sealed record RiskList(string ModelVersion, DateOnly AsOf, int ScoredLoad, int AtRisk, ImmutableArray<RiskListEntry> Entries)
{
    /// <summary>
    /// Cases that the reader may see and asked for, and that are not on the list because the quarantine holds a stage of theirs back: they
    /// may be escalated already, and nothing true can be said of them before the rows are mended.
    /// </summary>
    public required int HeldBack { get; init; }

    /// <summary>
    /// Newest load that told anything of complaints; later than <see cref="ScoredLoad"/> where the list does not know of it.
    /// </summary>
    public int NewestLoad { get; init; }

    /// <summary>Whether something was loaded since the list was made: cases on it may be answered or escalated by now.</summary>
    public bool IsStale => NewestLoad > ScoredLoad;

    /// <summary>Calendar days after the response within which a request for stage 2 is predicted.</summary>
    public int HorizonDays { get; init; }

    /// <summary>The last day that the model learned from; null where that is not known.</summary>
    public DateOnly? LearnedTo { get; init; }

    /// <summary>
    /// Whether the model learned from the day of the list: then it knew how these cases would end, and no list of that day could have been
    /// as good.
    /// </summary>
    public bool KnewOutcomes => LearnedTo >= AsOf;

    /// <summary>Sources of complaints that are known up to an earlier day than that of the list, in order of their names.</summary>
    public required ImmutableArray<LaggingSource> Lagging { get; init; }
}
