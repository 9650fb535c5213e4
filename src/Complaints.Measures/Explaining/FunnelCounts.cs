using System.Data.Common;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Planning;
using Complaints.Measures.Queries;
using Complaints.Measures.Rendering;
using Complaints.Warehouse;
using Complaints.Warehouse.Engines;

namespace Complaints.Measures.Explaining;

/// <summary>Counts funnels: one pass, in which each step is a column of what meets all conditions up to it.</summary>
internal static class FunnelCounts
{
    /// <summary>Counts the funnels of a measure over the rows of a query.</summary>
    internal static Task<IReadOnlyList<Funnel>> ReadAsync(
        ISnapshot snapshot,
        ISqlDialect dialect,
        ResolvedQuery query,
        IReadOnlyDictionary<string, DateOnly> sources,
        IReadOnlyList<FunnelPlan> plans,
        CancellationToken ct)
    {
        MeasureDefinition measure = query.Measures[0];
        RowConditions rows = Planner.Rows(query) with { Period = query.PeriodOf(measure), SourceDays = sources };
        return ReadAsync(snapshot, dialect, (measure.Fact, rows, measure.DateRole, Condition.Always), Start(measure, query), plans, ct);
    }

    /// <summary>Counts funnels over rows.</summary>
    /// <param name="snapshot">The state of the warehouse.</param>
    /// <param name="dialect">The engine's.</param>
    /// <param name="of">The rows: their fact and conditions, the date that puts one into the period, and what they are among.</param>
    /// <param name="start">What the funnels begin with, in words.</param>
    /// <param name="plans">The funnels.</param>
    /// <param name="ct">Stops the query in the engine.</param>
    internal static async Task<IReadOnlyList<Funnel>> ReadAsync(
        ISnapshot snapshot,
        ISqlDialect dialect,
        (FactTable Fact, RowConditions Rows, DateRole Role, Condition Among) of,
        string start,
        IReadOnlyList<FunnelPlan> plans,
        CancellationToken ct)
    {
        var scan = new ScanBuilder("funnel", of.Fact, of.Role, of.Rows, makesRows: true);
        ColumnRef all = scan.Add("every_stage", new Aggregate(of.Among));
        List<List<ColumnRef>> columns = [.. plans.Select((plan, number) => Columns(plan, number + 1, of.Among, scan))];
        FigureSql sql = SqlRenderer.Render(
            new FigurePlan
            {
                Fact = of.Fact,
                GroupBy = [],
                Rows = of.Rows,
                Scans = [scan.Build()],
                Stock = null,
                Measures = [],
                FillsPeriods = false,
                FetchRows = 1,
            },
            dialect);
        DbDataReader reader = await snapshot.QueryAsync(sql.Query, ct).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            _ = await reader.ReadAsync(ct).ConfigureAwait(false);
            long Number(ColumnRef column) => FieldReader.Long(reader, sql.Ordinals[column]);
            return [.. plans.Select((plan, at) => Of(plan, start, Number(all), [.. columns[at].Select(Number)]))];
        }
    }

    private static List<ColumnRef> Columns(FunnelPlan plan, int number, Condition among, ScanBuilder scan)
    {
        var columns = new List<ColumnRef>(plan.Tests.Count);
        Condition met = among;
        foreach (FunnelTest test in plan.Tests)
        {
            met = Condition.And(met, test.Keeps);
            columns.Add(scan.Add($"step_{number}_{columns.Count + 1}", new Aggregate(met)));
        }

        return columns;
    }

    private static Funnel Of(FunnelPlan plan, string start, long all, IReadOnlyList<long> remaining)
    {
        long Before(int step) => step == 0 ? all : remaining[step - 1];
        return new Funnel(
            plan.Of,
            start,
            all,
            [.. plan.Tests.Select((test, at) => new FunnelStep(test.Reason, test.LeavesOut, Before(at) - remaining[at], remaining[at]))],
            [.. plan.Stops.Select(stop => new FunnelStop(stop.Part, stop.After, Before(stop.After)))]);
    }

    private static string Start(MeasureDefinition measure, ResolvedQuery query) =>
        $"{measure.Fact.Rows} {Role(measure)} in these days"
        + (query.Filters.Count == 0 ? "" : ", of these filters");

    // A complaint is made by being received.
    private static string Role(MeasureDefinition measure) => measure.Fact != FactTables.Stage
        ? CatalogueWords.Word(CatalogueWords.DateRoles, measure.DateRole)
        : measure.DateRole == DateRole.Made ? "received" : "answered";
}
