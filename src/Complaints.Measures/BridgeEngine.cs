using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Measures.Bridging;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Explaining;
using Complaints.Measures.Figures;
using Complaints.Measures.Planning;
using Complaints.Measures.Queries;
using Complaints.Warehouse;
using Complaints.Warehouse.Engines;

namespace Complaints.Measures;

/// <summary>
/// Leads from what landlords' systems hold to the population of the return. The ends are the counts of the figures themselves: a bridge
/// that leads elsewhere is never given out.
/// </summary>
/// <param name="warehouse">The warehouse; not disposed.</param>
/// <param name="figures">Answers the figures.</param>
internal sealed class BridgeEngine(IWarehouse warehouse, FigureEngine figures)
{
    /// <summary>The bridge of a stage; null for nobody.</summary>
    /// <exception cref="UserException">As for a figure; or a filter that no return has.</exception>
    internal async Task<Bridge?> BridgeAsync(BridgeQuery query, Principal? principal, CancellationToken ct)
    {
        Require(query);
        ISnapshot snapshot = await warehouse.OpenSnapshotAsync(ct).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            (ResolvedQuery resolved, SourceCutOffs cutOffs) = await figures
                .ResolveAsync(snapshot, query.Figures(query.Measure), principal, ct).ConfigureAwait(false);
            if (resolved.Scope.IsNone)
            {
                return null;
            }

            FigureTable made = await figures.AnswerAsync(snapshot, resolved, cutOffs, ct).ConfigureAwait(false);
            Figure? rate = await RateAsync(snapshot, query, resolved, principal, ct).ConfigureAwait(false);
            return await BuildAsync(snapshot, query, resolved, (made, rate), ct).ConfigureAwait(false);
        }
    }

    private async Task<Bridge> BuildAsync(
        ISnapshot snapshot, BridgeQuery query, ResolvedQuery resolved, (FigureTable Made, Figure? Rate) counted, CancellationToken ct)
    {
        ISqlDialect dialect = warehouse.Dialect;
        RowConditions rows = Planner.Rows(resolved) with { Filters = [], Period = resolved.PeriodOf(resolved.Measures[0]) };
        IReadOnlyList<string> landlords = BridgePlan.Values(resolved, Dimensions.Landlord);
        IReadOnlyList<string> sources = await BridgeSources.ReadAsync(snapshot, dialect, rows, landlords, ct).ConfigureAwait(false);
        bool missingHomes = counted.Rate is { Denominator: > 0 };
        IReadOnlyList<(FunnelTest Test, string Rule)> tests = BridgePlan.Tests(query, resolved, missingHomes);
        int made = tests.Count - (missingHomes ? 1 : 0);
        IReadOnlyList<Funnel> funnels = sources.Count == 0
            ? [new Funnel("", "", 0, [.. tests.Select(test => new FunnelStep(test.Test.Reason, test.Test.LeavesOut, 0, 0))], [])]
            : await FunnelCounts.ReadAsync(
                snapshot,
                dialect,
                (FactTables.Stage, rows, DateRole.Made, BridgePlan.OfSources(sources)),
                "",
                [new FunnelPlan("", [.. tests.Select(test => test.Test)], [])],
                ct).ConfigureAwait(false);
        var builder = new BridgeBuilder(query, resolved, counted.Made, counted.Rate);
        return builder.Build(
            sources,
            await BridgeHeldBack.ReadAsync(snapshot, dialect, rows, landlords, ct).ConfigureAwait(false),
            await BridgeContacts.ReadAsync(snapshot, dialect, rows, sources, landlords, ct).ConfigureAwait(false),
            funnels[0],
            [.. tests.Select(test => test.Rule)],
            made);
    }

    // CH01 is of one year of the return; of other days there is no such figure to lead to.
    private async Task<Figure?> RateAsync(
        ISnapshot snapshot, BridgeQuery query, ResolvedQuery resolved, Principal? principal, CancellationToken ct)
    {
        string id = $"ch01_stage{(int)query.Stage}";
        MeasureDefinition measure = figures.Catalogue.Find(id);
        if (resolved.Period.Years() is not { Count: 1 } || resolved.Period.First < measure.EffectiveFrom)
        {
            return null;
        }

        (ResolvedQuery rate, SourceCutOffs cutOffs) =
            await figures.ResolveAsync(snapshot, query.Figures(id), principal, ct).ConfigureAwait(false);
        FigureTable table = await figures.AnswerAsync(snapshot, rate, cutOffs, ct).ConfigureAwait(false);
        return table.Figures[0];
    }

    private static void Require(BridgeQuery query)
    {
        QueryFilter? other = query.Filters.FirstOrDefault(filter => Dimensions.Find(filter.Dimension) is { IsPeriod: false } dimension
            && dimension != Dimensions.Landlord && dimension != Dimensions.StockType);
        if (other is not null)
        {
            throw new UserException(
                $"A bridge leads to a return, and no return is parted by '{other.Dimension}'.",
                where: "filter",
                expected: "landlord, stock_type, reporting_year, quarter or month",
                fix: $"leave '{other.Dimension}' out, or explain a figure with it: 'complaints explain'");
        }
    }
}
