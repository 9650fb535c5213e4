using System.Collections.Immutable;
using Complaints.Domain;

namespace Complaints.Escalation.Cases;

/// <summary>
/// All cases of a warehouse that features and labels are taken from, in memory. It holds no characteristic of a resident: the household is
/// the number of a pseudonym. Each source system has its own cut-off: what another system's newer extract says nothing about has not
/// happened, but is unknown.
/// </summary>
public sealed class CaseHistory
{
    /// <summary>
    /// Builds a history; the cases are put in order of receipt, then by source and reference, so that no reader's order matters.
    /// </summary>
    /// <param name="cases">Cases, each once.</param>
    /// <param name="cutOffs">Last day that each source system of the cases knows about; at least one.</param>
    public CaseHistory(IEnumerable<CaseRecord> cases, IReadOnlyDictionary<string, DateOnly> cutOffs)
    {
        ArgumentNullException.ThrowIfNull(cutOffs);
        Cases =
        [
            .. cases.OrderBy(c => c.Latest.ReceivedOn)
                .ThenBy(c => c.SourceSystem, StringComparer.Ordinal)
                .ThenBy(c => c.CaseReference, StringComparer.Ordinal),
        ];
        CutOffs = cutOffs.ToImmutableSortedDictionary(StringComparer.Ordinal);
        CutOff = CutOffs.Values.Max();
        SharedCutOff = CutOffs.Values.Where(own => IsCurrent(own, CutOff)).Min();
    }

    /// <summary>Builds a history of cases that are all known up to the same day.</summary>
    /// <param name="cases">Cases, each once.</param>
    /// <param name="cutOff">Last day the data know about.</param>
    public CaseHistory(IEnumerable<CaseRecord> cases, DateOnly cutOff)
        : this([.. cases], cutOff)
    {
    }

    private CaseHistory(ImmutableArray<CaseRecord> cases, DateOnly cutOff)
        : this(
            (IEnumerable<CaseRecord>)cases,
            cases.Select(c => c.SourceSystem).Append("").Distinct(StringComparer.Ordinal).ToDictionary(source => source, _ => cutOff))
    {
    }

    /// <summary>The cases in order.</summary>
    public ImmutableArray<CaseRecord> Cases { get; }

    /// <summary>Last day that each source system knows about, in order of their names.</summary>
    public ImmutableSortedDictionary<string, DateOnly> CutOffs { get; }

    /// <summary>Last day that any source knows about: nothing can be asked as of a later day.</summary>
    public DateOnly CutOff { get; }

    /// <summary>Last day that all sources know about, leaving out those that fell behind for good.</summary>
    public DateOnly SharedCutOff { get; }

    /// <summary>
    /// Cases of which the quarantine holds a stage back now: their outcome is unknown, so they are in no training, judgement or list.
    /// </summary>
    public int HeldBackCases => Cases.Count(of => of.IsHeldBack);

    /// <summary>
    /// Rows that the quarantine holds back, that may be stage 2 and name no case here: stage 2 under another reference than stage 1, or a
    /// reference that could not be read. Escalations among them are missing from training and judgement.
    /// </summary>
    public int HeldBackRowsWithoutCase { get; init; }

    /// <summary>Cases that would be on the list of a day but are not, because the quarantine holds a stage of theirs back.</summary>
    /// <param name="day">The day asked for, as in <see cref="ReadAsOf"/>.</param>
    /// <param name="horizonDays">Days after the response during which an escalation counts.</param>
    public int HeldBackOn(DateOnly day, int horizonDays) =>
        Cases.Count(of => ReadAsOf(of, day) is DateOnly known && CaseStates.On(of, known, horizonDays) == CaseState.HeldBack);

    /// <summary>Last day that the source of a case knows about.</summary>
    public DateOnly CutOffOf(CaseRecord of)
    {
        ArgumentNullException.ThrowIfNull(of);
        return CutOffs[of.SourceSystem];
    }

    /// <summary>
    /// The day as of which a case can be read when a day is asked for: that day, or the earlier cut-off of its source; null where the
    /// source is more than <see cref="Limits.SourceLagDays"/> behind, so that its cases would be told as they were long ago.
    /// </summary>
    public DateOnly? ReadAsOf(CaseRecord of, DateOnly day)
    {
        DateOnly own = CutOffOf(of);
        return own >= day ? day : IsCurrent(own, day) ? own : null;
    }

    internal static bool IsCurrent(DateOnly cutOff, DateOnly day) => day.DayNumber - cutOff.DayNumber <= Limits.SourceLagDays;
}

/// <summary>Where a case stands on a day, as far as escalation goes.</summary>
public enum CaseState
{
    /// <summary>Not received or known yet, refused, closed without an answer, escalated, or answered longer ago than the horizon.</summary>
    NotAtRisk,

    /// <summary>Open at stage 1.</summary>
    Open,

    /// <summary>Answered at stage 1 within the horizon, and not escalated.</summary>
    Answered,

    /// <summary>
    /// Open or answered by what was loaded, but the quarantine holds a stage of the case back: it may be escalated, and nothing true can be
    /// said of it before the row is mended.
    /// </summary>
    HeldBack,
}
