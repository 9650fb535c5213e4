using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Domain.Figures;
using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Queries;

/// <summary>A query in which every name is known, every default is filled in and every limit is kept.</summary>
internal sealed record ResolvedQuery
{
    internal required IReadOnlyList<MeasureDefinition> Measures { get; init; }

    /// <summary>The fact whose rows all of them count.</summary>
    internal FactTable Fact => Measures[0].Fact;

    internal required IReadOnlyList<Dimension> GroupBy { get; init; }

    internal required Period Period { get; init; }

    /// <summary>Filters on dimensions that are not periods; those have become part of <see cref="Period"/>.</summary>
    internal required IReadOnlyList<ResolvedFilter> Filters { get; init; }

    internal required LandlordScope Scope { get; init; }

    /// <summary>Whether the reader sees no small numbers.</summary>
    internal required bool HidesSmallNumbers { get; init; }

    /// <summary>
    /// Whether the reader sees small numbers all the same where a question tells nothing of what residents are.
    /// </summary>
    internal bool TellsTotals { get; init; }

    /// <summary>The first dimension of what residents are that it groups or filters by; null where there is none.</summary>
    internal Dimension? OfResidents =>
        GroupBy.Concat(Filters.Select(filter => filter.Dimension)).FirstOrDefault(dimension => dimension.IsOfResident);

    /// <summary>Null only when nothing was ever loaded.</summary>
    internal required DateOnly? AsAt { get; init; }

    /// <summary>
    /// The day for which the question is asked, by which a source may be past its promise: no source need know as much, as for
    /// <see cref="AsAt"/>. Null only when no day was asked for and nothing was ever loaded.
    /// </summary>
    internal DateOnly? FreshAt { get; init; }

    internal required int? KnownAtLoad { get; init; }

    internal required WithdrawnPolicy? Withdrawn { get; init; }

    internal required ExtensionPolicy Extensions { get; init; }

    internal required int? DecimalPlaces { get; init; }

    internal required RoundingMode? Rounding { get; init; }

    internal required int? Limit { get; init; }

    internal required bool SkipEmptyPeriods { get; init; }

    internal required bool TellsClockStarts { get; init; }

    /// <summary>The dimension over whose groups shares of the total are told; null for none.</summary>
    internal Dimension? ShareOf { get; init; }

    /// <summary>
    /// The days that a measure counts. A period without a beginning begins, for each measure by itself, where its definition does: a
    /// measure is not zero before it existed, and no measure changes what another one counts.
    /// </summary>
    internal Period PeriodOf(MeasureDefinition measure) => Period.First is null
        ? Period.Intersect(Period.Of([new DateSpan(measure.EffectiveFrom, measure.EffectiveTo)]))
        : Period;

    /// <summary>Refuses measures of anything but complaints for what is made of stages: lists of cases, explanations.</summary>
    /// <param name="what">What is asked for: "A list of cases".</param>
    /// <exception cref="UserException">The measures count other rows.</exception>
    internal void RequireStages(string what)
    {
        if (Fact != FactTables.Stage)
        {
            throw new UserException(
                $"{what} is made of stages of complaints, and '{Measures[0].Id}' counts {Fact.Rows}.",
                where: "measures",
                expected: "a measure of stages",
                fix: "ask for the figure itself: 'complaints query'; its definition is in 'complaints measures guide'");
        }
    }

    /// <summary>The policy in force for a measure.</summary>
    internal WithdrawnPolicy PolicyFor(MeasureDefinition measure) => Withdrawn ?? measure.PopulationRule.Withdrawn;
}

/// <summary>A filter on a dimension that is not a period.</summary>
internal sealed record ResolvedFilter(Dimension Dimension, IReadOnlyList<string> Values);
