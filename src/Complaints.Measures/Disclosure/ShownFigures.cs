using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Disclosure;

/// <summary>
/// The figures of a query as a role sees them that sees no small numbers: the hidden ones without anything they could be told by.
/// </summary>
internal sealed class ShownFigures(ResolvedQuery query, Decisions decisions)
{
    /// <summary>
    /// The figures, row by row; hidden ones of which nothing is counted have rows too, as no row would say that they are 0.
    /// </summary>
    internal List<Figure> Of(List<Figure> figures, Func<List<DimensionValue>, IEnumerable<Figure>> nothing)
    {
        List<Figure[]> rows = [.. figures.Chunk(query.Measures.Count)];
        List<Figure[]> added = [.. Missing(rows, nothing)];
        IEnumerable<Figure[]> all = rows.Select(row => row.Select(Shown).ToArray());
        return
        [
            .. (
                added.Count == 0 ? all : all.Concat(added).OrderBy(row => Key(row[0].Dimensions), StringComparer.Ordinal)).SelectMany(row =>
                    row),
        ];
    }

    private IEnumerable<Figure[]> Missing(List<Figure[]> rows, Func<List<DimensionValue>, IEnumerable<Figure>> nothing)
    {
        if (query.GroupBy.Count == 0 || decisions.Years is not { } years)
        {
            yield break;
        }

        HashSet<string> known = [.. rows.Select(row => Key(row[0].Dimensions))];
        foreach (List<DimensionValue> group in Groups(years))
        {
            if (!known.Add(Key(group)))
            {
                continue;
            }

            Figure[] row = [.. nothing(group).Select(Shown)];
            if (row.Any(figure => figure.State == CellState.Suppressed))
            {
                yield return row;
            }
        }
    }

    // Every group that the members of the axes and the periods could make.
    private IEnumerable<List<DimensionValue>> Groups((int First, int Last) years)
    {
        List<StandardPeriods.Unit> units = [.. Periods(years)];
        IReadOnlyCollection<string> x = decisions.Axes.X.IsPeriod ? [Axis.Whole] : decisions.Members.X;
        IReadOnlyCollection<string> y = decisions.Axes.Y.IsPeriod ? [Axis.Whole] : decisions.Members.Y;
        if ((long)x.Count * y.Count * units.Count > Limits.DisclosureCells)
        {
            throw new UserException(
                "The answer would have more groups than this role can be shown.",
                where: "group by",
                expected: "fewer groups",
                fix: "group by fewer dimensions, or ask for one reporting year");
        }

        return x.SelectMany(one => y.SelectMany(other => units.Select(unit => Group(one, other, unit)))).OfType<List<DimensionValue>>();
    }

    private IEnumerable<StandardPeriods.Unit> Periods((int First, int Last) years)
    {
        Period days = Period.Of(query.Measures.SelectMany(measure => query.PeriodOf(measure).Spans));
        Dimension? finest = query.GroupBy.Where(dimension => dimension.IsPeriod)
            .OrderByDescending(dimension => dimension.Kind)
            .FirstOrDefault();
        return finest is null
            ? [default]
            : StandardPeriods.Split(days, years, finest.Kind)
                .Where(unit => query.AsAt is null || unit.First <= query.AsAt)
                .Select(unit => unit.Unit);
    }

    private List<DimensionValue>? Group(string x, string y, StandardPeriods.Unit unit)
    {
        var group = new List<DimensionValue>(query.GroupBy.Count);
        foreach (Dimension dimension in query.GroupBy)
        {
            string? value = dimension.IsPeriod ? StandardPeriods.Word(unit, dimension.Kind)
                : Value(decisions.Axes.X, x, dimension) ?? Value(decisions.Axes.Y, y, dimension) ?? Only(dimension);
            IReadOnlyList<string>? wanted = query.Filters.FirstOrDefault(filter => filter.Dimension == dimension)?.Values;
            if (value is null || (wanted is not null && !wanted.Contains(value, StringComparer.Ordinal)))
            {
                return null;
            }

            group.Add(new DimensionValue(dimension.Id, value));
        }

        return group;
    }

    private string? Only(Dimension dimension) =>
        dimension == Dimensions.Landlord && query.Scope.Codes.Count == 1 ? query.Scope.Codes.First() : null;

    private static string? Value(Axis axis, string member, Dimension dimension)
    {
        int at = axis.Levels.TakeWhile(level => level != dimension).Count();
        return at == axis.Levels.Count ? null : Axis.Values(member)[at];
    }

    private string Key(IReadOnlyList<DimensionValue> values) => string.Join(
        '\0', query.GroupBy.Select(dimension => values.First(value => value.Dimension == dimension.Id).Value));

    private Figure Shown(Figure figure)
    {
        MeasureDefinition measure = query.Measures.First(one => one.Id == figure.Measure);
        Period days = query.PeriodOf(measure).Intersect(Period.Of([new DateSpan(figure.From, figure.To?.AddDays(1))]));
        bool hidden = decisions.IsHidden(measure, days, dimension =>
            figure.ValueOf(dimension.Id) is string value ? [value]
            : query.Filters.FirstOrDefault(filter => filter.Dimension == dimension)?.Values);
        Figure bare = figure with
        {
            OpenAtCutOff = 0,
            NumeratorOpenAtCutOff = null,
            Excluded = [],
            HomesMissing = 0,
            ExtensionFaults = [],
            UnmatchedRows = 0,
            HeldBack = [],
            HasCountsWithheld = true,
            IsKnownIncomplete = figure.Incomplete,
        };
        return hidden
            ? bare with
            {
                Numerator = 0,
                Denominator = null,
                Value = null,
                Display = Figure.Withheld,
                State = CellState.Suppressed,
                HomesUnknown = 0,
            }
            : bare;
    }
}
