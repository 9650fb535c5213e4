using Complaints.Domain.Time;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Cases;

/// <summary>
/// Which stages of complaints to list: those behind a figure, or a part of them. The figure's own rules decide, so that as many are listed
/// as it counts.
/// </summary>
public sealed record CaseListQuery
{
    /// <summary>The measure of a query that does not name one: every accepted complaint at its stage, whoever made it.</summary>
    public const string EveryCase = "complaints_accepted";

    /// <summary>
    /// The figure: exactly one measure and no dimension to group by. A cell of a grouped figure is the figure with the cell's values as
    /// filters. Decimal places, rounding and limit are of no account.
    /// </summary>
    public required FigureQuery Figure { get; init; }

    /// <summary>Which of the complaints that the figure looks at.</summary>
    public CasePart Part { get; init; } = CasePart.Numerator;

    /// <summary>Only those that stand so against the clock; null: all.</summary>
    public ClockState? State { get; init; }

    /// <summary>
    /// Only those that wait for an answer which is due from the day as at which the list stands to so many working days after it; null:
    /// all. 0 is due on the day.
    /// </summary>
    public WorkingDays? DueWithin { get; init; }

    /// <summary>At most so many, the first in order; null: all, up to <see cref="Complaints.Domain.Limits.CasesListed"/>.</summary>
    public int? Limit { get; init; }
}
