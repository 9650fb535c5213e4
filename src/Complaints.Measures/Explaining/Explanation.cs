using Complaints.Measures.Cases;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Explaining;

/// <summary>
/// Why a figure is what it is: what was defined, what was counted step by step, by which rules and clocks, what is in doubt, and which
/// cases stand behind it.
/// </summary>
public sealed record Explanation
{
    /// <summary>The figure by itself: a table of one measure and one row.</summary>
    public required FigureTable Table { get; init; }

    /// <summary>The measure, with its formula and source.</summary>
    public MeasureInfo Measure => Table.Measures[0];

    /// <summary>The figure.</summary>
    public Figure Figure => Table.Figures[0];

    /// <summary>Which complaints were asked for; of a row of a grouped query, its values among them.</summary>
    public required IReadOnlyList<QueryFilter> Filters { get; init; }

    /// <summary>Id of the population rule.</summary>
    public required string PopulationRule { get; init; }

    /// <summary>The paragraph or field that the population rule follows.</summary>
    public required string PopulationSource { get; init; }

    /// <summary>Versions of the Code on the figure's days.</summary>
    public required IReadOnlyList<ExplainedRule> Rules { get; init; }

    /// <summary>
    /// From what the clocks of the figure's complaints ran, for how many; empty for a figure that no due day decides.
    /// </summary>
    public required IReadOnlyList<ClockStartCount> ClockStarts { get; init; }

    /// <summary>The sources of its complaints, and the day up to which each of them knows.</summary>
    public required IReadOnlyList<ExplainedSource> Sources { get; init; }

    /// <summary>
    /// From every complaint of the filters and days to what stands in the figure; two of them for a ratio of two populations.
    /// </summary>
    public required IReadOnlyList<Funnel> Funnels { get; init; }

    /// <summary>What the figure is made of, with the command that lists the cases of each.</summary>
    public required IReadOnlyList<ExplainedPart> Parts { get; init; }

    /// <summary>How the value was rounded, in words.</summary>
    public required string Rounding { get; init; }

    /// <summary>What a reader must know before using it.</summary>
    public required IReadOnlyList<FigureMark> Marks { get; init; }

    /// <summary>Of which part <see cref="Cases"/> are.</summary>
    public required CasePart CasesOf { get; init; }

    /// <summary>The first cases of that part, what waits before what is answered.</summary>
    public required IReadOnlyList<CaseEntry> Cases { get; init; }

    /// <summary>The query that counted it.</summary>
    public required ExplainedSql Sql { get; init; }
}

/// <summary>A version of the Code, as far as the figure's complaints are held against it.</summary>
/// <param name="Id">Id: "code-2024".</param>
/// <param name="Title">Its name.</param>
/// <param name="From">The first day on which it is in force.</param>
/// <param name="To">The last one; null while it is in force.</param>
/// <param name="Stages">What it asks of the stages that the figure counts, one sentence a stage, with the paragraphs.</param>
public sealed record ExplainedRule(string Id, string Title, DateOnly From, DateOnly? To, IReadOnlyList<string> Stages);

/// <summary>A source of complaints.</summary>
/// <param name="Source">The source system.</param>
/// <param name="KnownTo">The day up to which it knows.</param>
/// <param name="Complaints">Its complaints in the figure's days and filters, before any is left out.</param>
/// <param name="SetsAsAt">Whether it is the one by which the figure's day was set.</param>
/// <param name="SetsKnownTo">Whether it knows less than others, so that later days are not whole.</param>
public sealed record ExplainedSource(string Source, DateOnly KnownTo, long Complaints, bool SetsAsAt, bool SetsKnownTo);

/// <summary>A part that the figure is made of.</summary>
/// <param name="Part">Its word: numerator, denominator, open, excluded.</param>
/// <param name="Words">What it is, in words made of the definition.</param>
/// <param name="Count">The number that stands in the figure; null where it is undefined.</param>
/// <param name="Cases">How many complaints stand behind it; null where none do, as behind homes.</param>
/// <param name="Command">The command that lists them; empty where there are none to list.</param>
public sealed record ExplainedPart(string Part, string Words, decimal? Count, long? Cases, string Command);

/// <summary>Something that a reader of a figure must know.</summary>
/// <param name="Mark">Its word: incomplete, provisional, undefined, open, clock, extensions.</param>
/// <param name="Why">The reason, with counts.</param>
public sealed record FigureMark(string Mark, string Why);
