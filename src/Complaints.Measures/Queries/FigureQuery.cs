using Complaints.Domain.Figures;
using Complaints.Domain.Time;
using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Queries;

/// <summary>A question: which measures, over which complaints, in which groups, as at and as known when.</summary>
public sealed record FigureQuery
{
    /// <summary>Ids of measures, one or more, in the order wanted.</summary>
    public required IReadOnlyList<string> Measures { get; init; }

    /// <summary>Ids of dimensions, in the order wanted; none gives one row over everything.</summary>
    public IReadOnlyList<string> GroupBy { get; init; } = [];

    /// <summary>Reporting years; none together with no <see cref="From"/> and <see cref="To"/> means every day.</summary>
    public IReadOnlyList<ReportingYear> Years { get; init; } = [];

    /// <summary>First day that counts, by the measure's date role; it narrows <see cref="Years"/>.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day that counts, included; it narrows <see cref="Years"/>.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Conditions on dimensions; all must hold.</summary>
    public IReadOnlyList<QueryFilter> Filters { get; init; } = [];

    /// <summary>
    /// The day as at which open, late and in time are told apart; what happened later has not happened. Null: the warehouse's data cut-off.
    /// </summary>
    public DateOnly? AsAt { get; init; }

    /// <summary>As known after this load; null: after the last.</summary>
    public int? KnownAtLoad { get; init; }

    /// <summary>Decimal places of display values; null: the measure's own.</summary>
    public int? DecimalPlaces { get; init; }

    /// <summary>Rounding of display values; null: the measure's own.</summary>
    public RoundingMode? Rounding { get; init; }

    /// <summary>Whether withdrawn complaints count; null: the population rule's own policy (docs/domain.md §2.4).</summary>
    public WithdrawnPolicy? Withdrawn { get; init; }

    /// <summary>Which recorded extensions give a response more time.</summary>
    public ExtensionPolicy Extensions { get; init; } = ExtensionPolicy.AsRecorded;

    /// <summary>
    /// At most so many rows (a row is one group with all its measures), the first in order; null: all, up to
    /// <see cref="Complaints.Domain.Limits.FigureRows"/>.
    /// </summary>
    public int? Limit { get; init; }

    /// <summary>
    /// Whether periods without complaints have no rows; else the groups of an answer have one for each period asked for, from the day on
    /// from which their landlord's complaints are known.
    /// </summary>
    public bool SkipEmptyPeriods { get; init; }

    /// <summary>
    /// The dimension over whose groups each figure's share of the total is told: one of <see cref="GroupBy"/>, with no filter on it,
    /// and all of its groups are in the answer. For counts and sums alone, as other figures have no total that is made of their groups.
    /// Null: none.
    /// </summary>
    public string? ShareOf { get; init; }

    /// <summary>
    /// Whether the answer tells from what the clocks ran of the complaints that its figures in time count, at the cost of a query for each
    /// of them. A reader who sees no small numbers is not told.
    /// </summary>
    public bool TellsClockStarts { get; init; }
}

/// <summary>A dimension has one of the values.</summary>
/// <param name="Dimension">Id of the dimension.</param>
/// <param name="Values">One value or more: a code, or a period as printed ("2024/25", "2024/25 Q1", "2024-04").</param>
public sealed record QueryFilter(string Dimension, IReadOnlyList<string> Values);
