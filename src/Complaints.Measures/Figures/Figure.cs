using Complaints.Domain.Figures;
using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Figures;

/// <summary>
/// A figure that says why: what was divided by what, by which rules, of which complaints, as at when, and what was left out (docs/domain.md
/// §8).
/// </summary>
public sealed record Figure
{
    /// <summary>Id of the measure.</summary>
    public required string Measure { get; init; }

    /// <summary>How a withheld figure is printed.</summary>
    public const string Withheld = "*";

    /// <summary>Why a figure is withheld.</summary>
    public const string WhyWithheld = "fewer than 5, or needed to protect one that is";

    /// <summary>The group, in the order asked for; a landlord's name follows its code.</summary>
    public required IReadOnlyList<DimensionValue> Dimensions { get; init; }

    /// <summary>
    /// What stands above the line; the count itself for a count, the value of a median or percentile. 0 where the figure is withheld,
    /// whatever it is.
    /// </summary>
    public required decimal Numerator { get; init; }

    /// <summary>
    /// What stands below; null for a count. Of a median or percentile how many complaints it is made of: nothing is divided by them.
    /// </summary>
    public required decimal? Denominator { get; init; }

    /// <summary>
    /// The value to 28 digits, in <see cref="Unit"/>; null when undefined. To print, use <see cref="Display"/>: it is rounded once, from
    /// numerator and denominator.
    /// </summary>
    public required decimal? Value { get; init; }

    /// <summary>The value as printed, without its unit: "51.8"; "[U]" when the denominator is zero.</summary>
    public required string Display { get; init; }

    /// <summary>Whether there is a value.</summary>
    public required CellState State { get; init; }

    /// <summary>Unit of the value.</summary>
    public required string Unit { get; init; }

    /// <summary>Decimal places of <see cref="Display"/>.</summary>
    public required int DecimalPlaces { get; init; }

    /// <summary>Rounding of <see cref="Display"/>.</summary>
    public required RoundingMode Rounding { get; init; }

    /// <summary>
    /// Versions of the Complaint Handling Code in force on the figure's days: a stage is held against that of its own day.
    /// </summary>
    public required IReadOnlyList<string> RuleIds { get; init; }

    /// <summary>Which complaints are counted, in words.</summary>
    public required string Population { get; init; }

    /// <summary>Working calendar of the clocks.</summary>
    public required string Calendar { get; init; }

    /// <summary>First day whose complaints count; null: as far back as the records go.</summary>
    public required DateOnly? From { get; init; }

    /// <summary>Last day whose complaints count, if <see cref="AsAt"/> is not before it; null: up to <see cref="AsAt"/>.</summary>
    public required DateOnly? To { get; init; }

    /// <summary>
    /// The day to which its rows run and as at which open, late and in time are told apart: the query's, or that of the source of its
    /// complaints which knows most, if that is earlier; null when nothing was ever loaded. Asked for as at this day, it is the same.
    /// </summary>
    public required DateOnly? AsAt { get; init; }

    /// <summary>
    /// The day up to which every source of its complaints is known: earlier than <see cref="AsAt"/> where one was loaded no further, whose
    /// later complaints and answers are missing.
    /// </summary>
    public required DateOnly? KnownTo { get; init; }

    /// <summary>As known after this load.</summary>
    public required int KnownAtLoad { get; init; }

    /// <summary>
    /// Complaints of the population that wait for an answer on that day, those withdrawn left aside; in CH02's denominator they count. Of a
    /// ratio of two populations, those of both.
    /// </summary>
    public required long OpenAtCutOff { get; init; }

    /// <summary>How many of them stand above the line of a ratio of two populations; null where there is one population.</summary>
    public required long? NumeratorOpenAtCutOff { get; init; }

    /// <summary>
    /// Complaints left out, by reason, in the order in which the population rule tests them; reasons with none are absent. Of a ratio of
    /// two populations, <c>denominator_</c> and <c>numerator_</c> before the reason say which.
    /// </summary>
    public required IReadOnlyList<ExcludedCount> Excluded { get; init; }

    /// <summary>
    /// For figures per 1,000 homes: complaints of a landlord and stock type of which the stock has no homes. A total leaves them out, and
    /// says so; a row of nothing else counts them and has no value.
    /// </summary>
    public required long HomesMissing { get; init; }

    /// <summary>
    /// For figures per 1,000 homes: homes of landlords of whose complaints no source tells in the year. The figure leaves them out: they
    /// would lower the rate of the others.
    /// </summary>
    public required long HomesUnknown { get; init; }

    /// <summary>Which recorded extensions give a response more time.</summary>
    public required ExtensionPolicy Extensions { get; init; }

    /// <summary>
    /// What is wrong with the extensions of the population's complaints, for a figure that depends on them; a complaint counts under each
    /// of its faults, and faults that none has are absent.
    /// </summary>
    public required IReadOnlyList<ExtensionFaultCount> ExtensionFaults { get; init; }

    /// <summary>
    /// Whether rows in quarantine could belong to this figure, homes of its complaints are missing from the stock, or complaints of its
    /// homes are not told yet: it is not final until they load or are given up.
    /// </summary>
    public bool Incomplete => IsKnownIncomplete || UnmatchedRows > 0 || HeldBack.Count > 0 || HomesMissing > 0 || HomesUnknown > 0;

    /// <summary>
    /// Whether the numbers beside the figure (what waits, is left out, held back or missing) are not told, because the reader sees no small
    /// numbers; they are empty then, and 0 means nothing.
    /// </summary>
    public bool HasCountsWithheld { get; init; }

    /// <summary>Whether it is incomplete for a reason whose numbers are not told.</summary>
    public bool IsKnownIncomplete { get; init; }

    /// <summary>How many of them wait for a person to decide on their landlord.</summary>
    public required long UnmatchedRows { get; init; }

    /// <summary>How many of them other rules hold back.</summary>
    public long HeldBackRows => HeldBack.Sum(count => count.Rows);

    /// <summary>
    /// Those by rule, the most frequent first: rows that would become complaints of the figure's landlord (or whose landlord is not known)
    /// in its period (or without a known day), and for figures per 1,000 homes rows of the stock.
    /// </summary>
    public required IReadOnlyList<HeldBackCount> HeldBack { get; init; }

    /// <summary>The sources of its complaints that told nothing for longer than they promise; none where none promises.</summary>
    public IReadOnlyList<StaleSource> StaleSources { get; init; } = [];

    /// <summary>Its part of the total over the groups, where the query asks for it; else null.</summary>
    public FigureShare? Share { get; init; }

    /// <summary>The value of a dimension of the group; null when it is not grouped by it.</summary>
    public string? ValueOf(string dimension) =>
        Dimensions.FirstOrDefault(value => value.Dimension == dimension)?.Value;
}

/// <summary>How many complaints were left out for a reason.</summary>
/// <param name="Reason">Id of the reason: <c>not_tenant</c>.</param>
/// <param name="Complaints">How many, more than zero.</param>
public sealed record ExcludedCount(string Reason, long Complaints);

/// <summary>How many complaints have an extension with a fault.</summary>
/// <param name="Fault">The fault's word: <c>no_agreed_day</c>.</param>
/// <param name="Complaints">How many, more than zero.</param>
public sealed record ExtensionFaultCount(string Fault, long Complaints);

/// <summary>How many rows a rule holds back.</summary>
/// <param name="Rule">Id of the rule: <c>bad-date</c>.</param>
/// <param name="Rows">How many, more than zero.</param>
public sealed record HeldBackCount(string Rule, long Rows);

/// <summary>What a figure's cell shows.</summary>
public enum CellState
{
    /// <summary>A value.</summary>
    Value = 1,

    /// <summary>No value: the denominator is zero (the regulator's "[U]", docs/domain.md §2.6), or its days had not begun.</summary>
    Undefined = 2,

    /// <summary>
    /// A value that is withheld because it is small, or needed to protect one that is; it is neither null nor zero.
    /// </summary>
    Suppressed = 3,
}
