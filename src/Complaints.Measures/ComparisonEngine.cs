using Complaints.Domain;
using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Comparing;
using Complaints.Measures.Figures;
using Complaints.Measures.Planning;
using Complaints.Measures.Queries;
using Complaints.Warehouse;

namespace Complaints.Measures;

/// <summary>
/// Sets other days of the same measure and group beside figures. Each comparison is a question like any other, so that whoever may not ask
/// it sees none, and what is hidden there is hidden here.
/// </summary>
/// <param name="warehouse">The warehouse; not disposed.</param>
/// <param name="figures">Answers the figures.</param>
internal sealed class ComparisonEngine(IWarehouse warehouse, FigureEngine figures)
{
    /// <summary>Answers a query in one state of the warehouse.</summary>
    /// <exception cref="UserException">As for the figures; or no comparison, days without a beginning, or too many of them.</exception>
    internal async Task<ComparisonTable> CompareAsync(ComparisonQuery query, Principal? principal, CancellationToken ct)
    {
        QueryResolver.Require(
            query.With.Count > 0, "The query names no comparison.", "with", string.Join(", ", ComparisonWords.ByWord.Keys));
        QueryResolver.Require(
            query.With.Distinct().Count() == query.With.Count, "A comparison is named twice.", "with", "each comparison once");
        QueryResolver.Require(
            query.Figures.ShareOf is null, "A comparison is of figures, and not of their shares.", "share", "no share: 'complaints query'");
        ISnapshot snapshot = await warehouse.OpenSnapshotAsync(ct).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            (ResolvedQuery resolved, SourceCutOffs cutOffs) = await figures
                .ResolveAsync(snapshot, query.Figures, principal, ct).ConfigureAwait(false);
            QueryResolver.Require(
                resolved.Period is { First: not null, Spans.Count: 1 },
                "The days to compare have no beginning, or a gap.",
                "year, from and to",
                "a reporting year, or days from one day on");
            FigureTable table = await figures.AnswerAsync(snapshot, resolved, cutOffs, ct).ConfigureAwait(false);
            if (resolved.Scope.IsNone || table.Figures.Count == 0 || resolved.AsAt is not DateOnly asAt)
            {
                return new ComparisonTable(table, [.. table.Figures.Select(_ => (IReadOnlyList<ComparedFigure>)[])]);
            }

            var asked = new ComparedWindows(query.Figures, async (other, stop) =>
            {
                (ResolvedQuery meant, SourceCutOffs known) = await figures
                    .ResolveAsync(snapshot, other, principal, stop).ConfigureAwait(false);
                return await figures.AnswerAsync(snapshot, meant, known, stop).ConfigureAwait(false);
            });
            RecordsBegin begin = await RecordsBegin
                .ReadAsync(snapshot, warehouse.Dialect, resolved.Fact, Planner.Rows(resolved), ct).ConfigureAwait(false);
            return new ComparisonTable(table, await BesideAsync(query, table, (resolved, asAt), asked, begin, ct).ConfigureAwait(false));
        }
    }

    private static async Task<List<IReadOnlyList<ComparedFigure>>> BesideAsync(
        ComparisonQuery query,
        FigureTable table,
        (ResolvedQuery Query, DateOnly AsAt) meant,
        ComparedWindows asked,
        RecordsBegin begin,
        CancellationToken ct)
    {
        List<DateSpan> days = [.. table.Figures.Select(figure => DaysOf(figure, meant.Query))];
        Require(days.Distinct().Count() * query.With.Count);
        var compared = new List<IReadOnlyList<ComparedFigure>>(table.Figures.Count);
        foreach ((int at, Figure figure) in table.Figures.Index())
        {
            MeasureDefinition measure = meant.Query.Measures[at % meant.Query.Measures.Count];
            var beside = new List<ComparedFigure>(query.With.Count);
            foreach (ComparisonKind kind in query.With)
            {
                ComparedFigure one = ComparisonWindow.Of(kind, days[at], meant.AsAt) is ComparisonWindow window
                    ? await asked.FindAsync(kind, window, figure, ct).ConfigureAwait(false)
                    : NotBegun(kind, days[at]);
                bool counted = one.WhyNot.Length == 0;
                beside.Add(FigureChange.With(
                    counted ? one with { RecordsBegin = begin.After(one.From, Landlords(figure, meant.Query)) } : one, figure, measure));
            }

            compared.Add(beside);
        }

        return compared;
    }

    private static DateSpan DaysOf(Figure figure, ResolvedQuery query) => query.GroupBy
        .Where(dimension => dimension.IsPeriod)
        .Select(dimension => PeriodWords.Days(dimension, figure.ValueOf(dimension.Id)!))
        .Aggregate(query.Period.Spans[0], (days, period) => days.Intersect(period));

    private static IReadOnlyCollection<string> Landlords(Figure figure, ResolvedQuery query) =>
        figure.ValueOf(Dimensions.Landlord.Id) is string own
            ? [own]
            : query.Filters.FirstOrDefault(filter => filter.Dimension == Dimensions.Landlord)?.Values ?? [];

    private static ComparedFigure NotBegun(ComparisonKind kind, DateSpan days) => new()
    {
        With = kind,
        From = days.First!.Value,
        To = days.First!.Value,
        WhyNot = "none of the figure's days has passed",
    };

    private static void Require(int windows) => QueryResolver.Require(
        windows <= Limits.ComparisonWindows,
        $"The figures stand for so many periods that {windows} others would be compared with.",
        "group by and with",
        $"at most {Limits.ComparisonWindows}: longer periods, fewer of them, or fewer comparisons");
}
