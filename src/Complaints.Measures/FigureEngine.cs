using System.Data.Common;
using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Disclosure;
using Complaints.Measures.Figures;
using Complaints.Measures.Planning;
using Complaints.Measures.Queries;
using Complaints.Measures.Rendering;
using Complaints.Warehouse;
using Complaints.Warehouse.Queries;

namespace Complaints.Measures;

/// <summary>
/// Answers queries: resolve → plan → SQL → figures. Every surface (command line, gRPC, pages) asks here, so that none can go round the
/// landlord condition. Thread-safe; each query reads the state published when it began, whatever is published meanwhile.
/// </summary>
/// <param name="warehouse">The warehouse; not disposed.</param>
/// <param name="catalogue">The measures; null for the shipped ones.</param>
public sealed class FigureEngine(IWarehouse warehouse, MeasureCatalogue? catalogue = null)
{
    private readonly StateMemory _state = new();

    /// <summary>The measures that can be asked for.</summary>
    public MeasureCatalogue Catalogue { get; } = catalogue ?? MeasureCatalogue.Shipped;

    /// <summary>Answers a query.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="principal">Who asks. Null is nobody, and nobody gets no rows.</param>
    /// <param name="ct">Stops the query in the engine.</param>
    /// <exception cref="UserException">
    /// An unknown measure or dimension (with the nearest names), a value that is none, a year without a definition, a limit passed, or no
    /// warehouse.
    /// </exception>
    public async Task<FigureTable> QueryAsync(FigureQuery query, Principal? principal, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ISnapshot snapshot = await warehouse.OpenSnapshotAsync(ct).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            (ResolvedQuery resolved, SourceCutOffs cutOffs) = await ResolveAsync(snapshot, query, principal, ct).ConfigureAwait(false);
            return await AnswerAsync(snapshot, resolved, cutOffs, ct).ConfigureAwait(false);
        }
    }

    /// <summary>Answers what a query means in a state of the warehouse.</summary>
    internal async Task<FigureTable> AnswerAsync(ISnapshot snapshot, ResolvedQuery resolved, SourceCutOffs cutOffs, CancellationToken ct)
    {
        bool hides = resolved.HidesSmallNumbers && !resolved.Scope.IsNone;
        (Axis X, Axis Y)? axes = hides ? RestrictedQuery.Axes(resolved, Catalogue, cutOffs) : null;
        // Hidden groups of which nothing is counted are rows too, so the first rows are taken when all are there.
        FigurePlan plan = Planner.Plan(hides ? resolved with { Limit = null } : resolved);
        if (!resolved.Scope.IsNone)
        {
            await FilterValues.RequireKnownAsync(snapshot, warehouse.Dialect, plan.Fact, plan.Rows, ct).ConfigureAwait(false);
        }

        (List<Figure> figures, bool held) = resolved.Scope.IsNone
            ? ([], false)
            : await FiguresAsync(snapshot, resolved, plan, cutOffs, axes, ct).ConfigureAwait(false);
        int most = resolved.Limit ?? plan.FetchRows - 1;
        bool truncated = figures.Count / resolved.Measures.Count > most;
        if (truncated && resolved.Limit is null)
        {
            throw TooMany(most);
        }

        return new FigureTable
        {
            Measures = [.. resolved.Measures.Select(measure => MeasureInfo.Of(measure, resolved.PolicyFor(measure)))],
            Dimensions = [.. resolved.GroupBy.SelectMany(Columns)],
            Figures = truncated ? figures[..(most * resolved.Measures.Count)] : GroupShares.With(figures, resolved),
            ShareOf = resolved.ShareOf?.Id,
            Truncated = truncated,
            HasRowsHeldBack = held,
            ClockStarts = resolved.TellsClockStarts && !resolved.HidesSmallNumbers && !resolved.Scope.IsNone
                ? await Explaining.ClockStarts.OfAllAsync(snapshot, warehouse.Dialect, resolved, ct).ConfigureAwait(false)
                : [],
            AsAt = resolved.AsAt,
            KnownAtLoad = resolved.KnownAtLoad ?? snapshot.Info.LastLoadId,
            Generation = snapshot.Info.Generation,
        };
    }

    /// <summary>What a query means in a state of the warehouse, and up to which day each of its sources is known.</summary>
    internal async Task<(ResolvedQuery Query, SourceCutOffs CutOffs)> ResolveAsync(
        ISnapshot snapshot, FigureQuery query, Principal? principal, CancellationToken ct)
    {
        RequireLoad(snapshot.Info, query.KnownAtLoad);
        ResolvedQuery resolved = QueryResolver.Resolve(query, Catalogue, principal, dataCutOff: null);
        SourceCutOffs cutOffs = await _state.CutOffsAsync(snapshot, resolved.Fact, query.KnownAtLoad, ct).ConfigureAwait(false);
        DateOnly? asAt = QueryResolver.AsAt(query.AsAt, cutOffs.Newest);
        return (resolved with { AsAt = asAt, FreshAt = query.AsAt ?? asAt }, cutOffs);
    }

    /// <summary>The SQL by which <see cref="AnswerAsync"/> counted, after it did.</summary>
    internal SqlQuery Sql(ResolvedQuery resolved, SourceCutOffs cutOffs)
    {
        FigurePlan plan = Planner.Plan(resolved);
        plan = plan.KnownBy(cutOffs.BySource, cutOffs.Untold(plan.Rows.Period, plan.Rows.AsAt));
        return SqlRenderer.Render(plan, warehouse.Dialect).Query;
    }

    /// <summary>The SQL of a query, as it would be run, with its parameters: for people who want to see it.</summary>
    /// <exception cref="UserException">As for <see cref="QueryAsync"/>.</exception>
    public SqlQuery Explain(FigureQuery query, Principal? principal, DateOnly? dataCutOff)
    {
        ArgumentNullException.ThrowIfNull(query);
        return SqlRenderer.Render(Planner.Plan(QueryResolver.Resolve(query, Catalogue, principal, dataCutOff)), warehouse.Dialect).Query;
    }

    private async Task<(List<Figure> Figures, bool HeldBack)> FiguresAsync(
        ISnapshot snapshot, ResolvedQuery query, FigurePlan plan, SourceCutOffs cutOffs, (Axis X, Axis Y)? axes, CancellationToken ct)
    {
        Decisions? decisions = axes is null
            ? null
            : await Decisions.ReadAsync(snapshot, warehouse.Dialect, Catalogue, (query, cutOffs), axes.Value, ct).ConfigureAwait(false);
        await cutOffs.ReadLandlordsAsync(snapshot, warehouse.Dialect, plan.Rows, query.FreshAt, ct).ConfigureAwait(false);
        plan = plan.KnownBy(cutOffs.BySource, cutOffs.Untold(plan.Rows.Period, plan.Rows.AsAt));
        FigureSql sql = SqlRenderer.Render(plan, warehouse.Dialect);
        SqlQuery? waiting = await WaitingAsync(snapshot, plan, ct).ConfigureAwait(false);

        // What is told beside the figures is read while the engine counts: none of these waits for another.
        Task<DbDataReader> counted = snapshot.QueryAsync(sql.Query, ct);
        Task<QuarantineCounts> quarantine = waiting is null
            ? Task.FromResult(new QuarantineCounts())
            : QuarantineCounts.ReadAsync(snapshot, waiting, ct);
        Task<LandlordNames> names = _state.NamesAsync(snapshot, warehouse.Dialect, plan.Rows, ct);
        try
        {
            await Task.WhenAll(counted, quarantine, names).ConfigureAwait(false);
        }
        catch
        {
            if (counted.IsCompletedSuccessfully)
            {
                await (await counted.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
            }

            throw;
        }

        QuarantineCounts held = await quarantine.ConfigureAwait(false);
        LandlordNames named = await names.ConfigureAwait(false);
        var builder = new FigureBuilder(
            plan,
            sql,
            query,
            held,
            cutOffs,
            named,
            query.KnownAtLoad ?? snapshot.Info.LastLoadId);
        var figures = new List<Figure>();
        DbDataReader reader = await counted.ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(ct).ConfigureAwait(false))
            {
                figures.AddRange(builder.Row(reader));
            }
        }

        figures = new HeldBackGroups(plan, held, named).With(figures, builder);
        return (
            decisions is null ? figures : new ShownFigures(query, decisions).Of(figures, builder.Nothing),
            builder.AnyHeldBack);
    }

    // What puts the figures in doubt; null where nothing can. Of other records rows that were loaded can too: they may have no day or case.
    private async Task<SqlQuery?> WaitingAsync(ISnapshot snapshot, FigurePlan plan, CancellationToken ct)
    {
        if (plan.Fact != FactTables.Stage)
        {
            return FactQuarantineSql.Render(plan, warehouse.Dialect);
        }

        return await _state.HasHeldBackRowsAsync(snapshot, ct).ConfigureAwait(false)
            ? QuarantineSql.Render(
                plan,
                await _state.HasHeldBackHomesAsync(snapshot, ct).ConfigureAwait(false),
                await _state.HasRestatedStagesAsync(snapshot, ct).ConfigureAwait(false),
                warehouse.Dialect)
            : null;
    }

    private static void RequireLoad(SnapshotInfo snapshot, int? load)
    {
        if (load is int id && (id < 1 || id > snapshot.LastLoadId))
        {
            throw new UserException(
                $"There is no load {id}.",
                where: "known at load",
                expected: snapshot.LastLoadId == 0 ? "nothing: no load was published yet" : $"1 to {snapshot.LastLoadId}",
                fix: "leave it out for the latest state");
        }
    }

    private static IEnumerable<string> Columns(Dimension dimension) =>
        dimension == Dimensions.Landlord ? [dimension.Id, Dimensions.LandlordName] : [dimension.Id];

    private static UserException TooMany(int most) => new(
        $"The answer has more than {most} rows.",
        where: "group by",
        expected: $"at most {most} rows",
        fix: "group by fewer dimensions, add a filter, leave out periods without complaints, or set a limit to get the first rows");
}
