using Complaints.Domain.Access;
using Complaints.Measures;
using Complaints.Measures.Cases;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Comparators;
using Complaints.Measures.Comparing;
using Complaints.Measures.Explaining;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Reconciling;
using Complaints.Protocol.Reporting;
using Complaints.Service.Admission;
using Complaints.Service.SignIn;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Wire = Complaints.Protocol.V1;

namespace Complaints.Service.Reporting;

/// <summary>
/// <c>complaints.v1.Reporting</c>: the measures' engine over gRPC. It decides nothing; the engine behind it is the command line's too.
/// Each query reads what is published when it begins, so a load shows in the next query and disturbs none.
/// </summary>
internal sealed class ReportingService(
    IFigures figures,
    IPrincipalProvider principals,
    QueryGate gate,
    TimeProvider clock,
    ILogger<ReportingService> log) : Wire.Reporting.ReportingBase
{
    public override Task<Wire.QueryResponse> Query(Wire.QueryRequest request, ServerCallContext context) =>
        WorkAsync(context, async (principal, ct) =>
        {
            long start = clock.GetTimestamp();
            FigureQuery query = QueryMapping.FromWire(request);
            FigureTable table = await figures.QueryAsync(query, principal, ct).ConfigureAwait(false);
            Wire.QueryResponse response = TableMapping.ToWire(table);
            TimeSpan elapsed = clock.GetElapsedTime(start);
            ServiceTelemetry.Answered("query", elapsed, table.RowCount);
            Log(principal, table, elapsed);
            return response;
        });

    public override Task<Wire.CompareResponse> Compare(Wire.CompareRequest request, ServerCallContext context) =>
        WorkAsync(context, async (principal, ct) =>
        {
            long start = clock.GetTimestamp();
            ComparisonTable table = await figures.CompareAsync(
                ComparisonMapping.FromWire(request), principal, ct).ConfigureAwait(false);
            Wire.CompareResponse response = ComparisonMapping.ToWire(table);
            TimeSpan elapsed = clock.GetElapsedTime(start);
            ServiceTelemetry.Answered("compare", elapsed, table.Table.RowCount);
            Log(principal, table.Table, elapsed);
            return response;
        });

    public override Task ListCases(
        Wire.ListCasesRequest request, IServerStreamWriter<Wire.ListCasesResponse> responseStream, ServerCallContext context) =>
        WorkAsync(context, async (principal, ct) =>
        {
            long start = clock.GetTimestamp();
            CaseListQuery query = CaseMapping.FromWire(request);
            long listed = 0;
            await foreach (CaseListPart part in figures.CasesAsync(query, principal, ct).ConfigureAwait(false))
            {
                await responseStream.WriteAsync(CaseMapping.ToWire(part), ct).ConfigureAwait(false);
                listed += part.Cases.Count;
            }

            TimeSpan elapsed = clock.GetElapsedTime(start);
            ServiceTelemetry.Answered("list-cases", elapsed, listed);
            log.ListedCases(principal?.Name ?? "nobody", query.Figure.Measures[0], query.Part, listed, elapsed.TotalMilliseconds);
            return listed;
        });

    public override Task<Wire.ExplainResponse> Explain(Wire.ExplainRequest request, ServerCallContext context) =>
        WorkAsync(context, async (principal, ct) =>
        {
            long start = clock.GetTimestamp();
            IReadOnlyList<Explanation> explanations = await figures.ExplainAsync(
                ExplanationMapping.FromWire(request), principal, ct).ConfigureAwait(false);
            var response = new Wire.ExplainResponse();
            response.Explanations.AddRange(explanations.Select(ExplanationMapping.ToWire));
            TimeSpan elapsed = clock.GetElapsedTime(start);
            ServiceTelemetry.Answered("explain", elapsed, explanations.Count);
            foreach (Explanation explanation in explanations)
            {
                log.ListedCases(
                    principal?.Name ?? "nobody",
                    explanation.Measure.Id,
                    explanation.CasesOf,
                    explanation.Cases.Count,
                    elapsed.TotalMilliseconds);
            }

            return response;
        });

    public override Task<Wire.BridgeResponse> Bridge(Wire.BridgeRequest request, ServerCallContext context) =>
        WorkAsync(context, async (principal, ct) => BridgeMapping.ToWire(
            await figures.BridgeAsync(BridgeMapping.FromWire(request), principal, ct).ConfigureAwait(false)));

    public override Task Reconcile(
        Wire.ReconcileRequest request, IServerStreamWriter<Wire.ReconcileResponse> responseStream, ServerCallContext context) =>
        WorkAsync(context, async (principal, ct) =>
        {
            long start = clock.GetTimestamp();
            Reconciliation found = await figures.ReconcileAsync(
                ReconcileMapping.FromWire(request), principal, ct).ConfigureAwait(false);
            foreach (Wire.ReconcileResponse part in ReconcileMapping.ToWire(found))
            {
                await responseStream.WriteAsync(part, ct).ConfigureAwait(false);
            }

            TimeSpan elapsed = clock.GetElapsedTime(start);
            ServiceTelemetry.Answered("reconcile", elapsed, found.Figures.Count);
            log.Reconciled(principal?.Name ?? "nobody", found.Figures.Count, found.KnownAtLoad, elapsed.TotalMilliseconds);
            return found.Figures.Count;
        });

    public override async Task<Wire.ListMeasuresResponse> ListMeasures(Wire.ListMeasuresRequest request, ServerCallContext context)
    {
        var response = new Wire.ListMeasuresResponse();
        IReadOnlyList<MeasureInfo> measures = await figures.MeasuresAsync(
            principals.Find(context), context.CancellationToken).ConfigureAwait(false);
        response.Measures.AddRange(measures.Select(MeasureMapping.ToWire));
        return response;
    }

    public override Task<Wire.ListDimensionsResponse> ListDimensions(Wire.ListDimensionsRequest request, ServerCallContext context)
    {
        var response = new Wire.ListDimensionsResponse();
        response.Dimensions.AddRange(Dimensions.All.Select(dimension =>
            new Wire.Dimension { Id = dimension.Id, Title = dimension.Title, HasHomes = dimension.IsOfStock }));
        return Task.FromResult(response);
    }

    public override Task<Wire.GetComparatorsResponse> GetComparators(Wire.GetComparatorsRequest request, ServerCallContext context) =>
        WorkAsync(context, async (principal, ct) =>
        {
            ComparatorQuery query = QueryMapping.FromWire(request);
            IReadOnlyList<Comparator> found = await figures.ComparatorsAsync(query, principal, ct).ConfigureAwait(false);
            var response = new Wire.GetComparatorsResponse();
            response.Comparators.AddRange(found.Select(MeasureMapping.ToWire));
            return response;
        });

    private Task<T> WorkAsync<T>(ServerCallContext context, Func<Principal?, CancellationToken, Task<T>> work) =>
        gate.WorkAsync(context, ct => work(principals.Find(context), ct));

    private void Log(Principal? principal, FigureTable table, TimeSpan elapsed)
    {
        if (log.IsEnabled(LogLevel.Information))
        {
            log.Answered(
                principal?.Name ?? "nobody",
                string.Join(",", table.Measures.Select(measure => measure.Id)),
                string.Join(",", table.Dimensions),
                table.RowCount,
                table.Generation,
                elapsed.TotalMilliseconds);
        }
    }
}
