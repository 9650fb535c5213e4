using Complaints.Domain;
using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Measures.Cases;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Explaining;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Warehouse;
using Complaints.Warehouse.Engines;

namespace Complaints.Measures;

/// <summary>
/// Explains figures, each in the one state of the warehouse that it was counted in: the steps, the clocks and the cases are those of the
/// figure, whatever is published meanwhile.
/// </summary>
/// <param name="warehouse">The warehouse; not disposed.</param>
/// <param name="figures">Answers the figures.</param>
/// <param name="cases">Lists the cases behind them.</param>
internal sealed class ExplainEngine(IWarehouse warehouse, FigureEngine figures, CaseEngine cases)
{
    /// <summary>Explains every figure that a query gives.</summary>
    /// <exception cref="UserException">As for the figures; or there are too many of them to explain at a time.</exception>
    internal async Task<IReadOnlyList<Explanation>> ExplainAsync(ExplainQuery query, Principal? principal, CancellationToken ct)
    {
        SpecialCategory.Refuse(query.Figures, "An explanation");
        ISnapshot snapshot = await warehouse.OpenSnapshotAsync(ct).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            var explanations = new List<Explanation>();
            foreach (FigureQuery one in await OnesAsync(snapshot, query.Figures, principal, ct).ConfigureAwait(false))
            {
                if (await OneAsync(snapshot, one, query.Cases, principal, ct).ConfigureAwait(false) is Explanation explanation)
                {
                    explanations.Add(explanation);
                }
            }

            return explanations;
        }
    }

    // A row of a grouped answer is the query with the row's values as filters.
    private async Task<IReadOnlyList<FigureQuery>> OnesAsync(
        ISnapshot snapshot, FigureQuery query, Principal? principal, CancellationToken ct)
    {
        FigureQuery whole = query with { GroupBy = [], Limit = null, ShareOf = null };
        if (query.GroupBy.Count == 0)
        {
            RequireFew(query.Measures.Count);
            return [.. query.Measures.Select(measure => whole with { Measures = [measure] })];
        }

        (ResolvedQuery resolved, SourceCutOffs cutOffs) = await figures.ResolveAsync(snapshot, query, principal, ct).ConfigureAwait(false);
        FigureTable table = await figures.AnswerAsync(snapshot, resolved, cutOffs, ct).ConfigureAwait(false);
        RequireFew(table.Figures.Count);
        return [.. table.Figures.Select(figure => whole with { Measures = [figure.Measure], Filters = Cell(query, figure) })];
    }

    private static List<QueryFilter> Cell(FigureQuery query, Figure figure)
    {
        List<QueryFilter> cell =
        [
            .. figure.Dimensions
                .Where(value => value.Dimension != Dimensions.LandlordName)
                .Select(value => new QueryFilter(value.Dimension, [value.Value])),
        ];
        return [.. query.Filters.Where(filter => cell.TrueForAll(value => value.Dimension != filter.Dimension)), .. cell];
    }

    private async Task<Explanation?> OneAsync(
        ISnapshot snapshot, FigureQuery query, CasePart part, Principal? principal, CancellationToken ct)
    {
        (ResolvedQuery resolved, SourceCutOffs cutOffs) = await figures.ResolveAsync(snapshot, query, principal, ct).ConfigureAwait(false);
        FigureTable table = await figures.AnswerAsync(snapshot, resolved, cutOffs, ct).ConfigureAwait(false);
        if (table.Figures is not [Figure figure])
        {
            // Nobody is given no figure, and there is nothing to explain.
            return null;
        }

        ISqlDialect dialect = warehouse.Dialect;
        var builder = new ExplanationBuilder(query, resolved, table);
        CasePart of = builder.CasesOf(part);
        return builder.Build(
            await FunnelCounts
                .ReadAsync(snapshot, dialect, resolved, cutOffs.BySource, builder.Funnels(), ct).ConfigureAwait(false),
            await ClockStarts.ReadAsync(snapshot, dialect, resolved, resolved.Measures[0], ct).ConfigureAwait(false),
            await ExplainedSources.ReadAsync(snapshot, dialect, resolved, cutOffs, figure, ct).ConfigureAwait(false),
            (of, await CasesAsync(snapshot, new CaseListQuery { Figure = query, Part = of }, resolved, ct).ConfigureAwait(false)),
            await RepeatedAsync(snapshot, query, resolved, ct).ConfigureAwait(false),
            figures.Sql(resolved, cutOffs));
    }

    // Lists of cases are of complaints.
    private async Task<IReadOnlyList<CaseEntry>> CasesAsync(
        ISnapshot snapshot, CaseListQuery query, ResolvedQuery resolved, CancellationToken ct) => resolved.Fact == FactTables.Stage
        ? await cases.FirstAsync(snapshot, query, resolved, ct).ConfigureAwait(false)
        : [];

    // Steps lead to every complaint that was looked at; how many of them are of who complained so often is counted by itself.
    private async Task<long?> RepeatedAsync(
        ISnapshot snapshot, FigureQuery query, ResolvedQuery resolved, CancellationToken ct) =>
        resolved.Measures[0].Numerator.Statistic is RepeatedValues
            ? await cases.CountAsync(snapshot, new CaseListQuery { Figure = query, Part = CasePart.Numerator }, resolved, ct)
                .ConfigureAwait(false)
            : null;

    private static void RequireFew(int count)
    {
        if (count > Limits.ExplanationsPerQuery)
        {
            throw new UserException(
                $"The query has {count} figures, and each is explained by itself.",
                where: "group by",
                expected: $"at most {Limits.ExplanationsPerQuery} figures",
                fix: "name a cell with filters, group by fewer dimensions, or ask for fewer measures");
        }
    }
}
