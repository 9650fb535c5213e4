using System.Runtime.CompilerServices;
using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Measures;
using Complaints.Measures.Bridging;
using Complaints.Measures.Cases;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Comparators;
using Complaints.Measures.Comparing;
using Complaints.Measures.Explaining;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Reconciling;
using Complaints.Protocol.Calls;
using Wire = Complaints.Protocol.V1;

namespace Complaints.Protocol.Reporting;

/// <summary>
/// A client of <c>complaints.v1.Reporting</c> that gives the same answers as the engine in this process would. The service knows its
/// caller, so the principal does not travel.
/// </summary>
public sealed class ReportingClient : IFigures, IDisposable
{
    private readonly ServiceChannel _service;
    private readonly Wire.Reporting.ReportingClient _client;

    /// <summary>A client of the service at an address; nothing is connected before the first call.</summary>
    /// <param name="address">Such as http://127.0.0.1:5210.</param>
    /// <exception cref="UserException">Not an http or https address.</exception>
    public ReportingClient(Uri address)
    {
        _service = new ServiceChannel(address);
        _client = new Wire.Reporting.ReportingClient(_service.Invoker);
    }

    /// <inheritdoc/>
    public async Task<FigureTable> QueryAsync(FigureQuery query, Principal? principal, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        return TableMapping.FromWire(await _service.CallAsync(
            options => _client.QueryAsync(QueryMapping.ToWire(query), options), ct).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public async Task<ComparisonTable> CompareAsync(ComparisonQuery query, Principal? principal, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        Wire.CompareResponse response = await _service.CallAsync(
            options => _client.CompareAsync(ComparisonMapping.ToWire(query), options), ct).ConfigureAwait(false);
        return ComparisonMapping.FromWire(response, query.With.Count);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<CaseListPart> CasesAsync(
        CaseListQuery query, Principal? principal, [EnumeratorCancellation] CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        Wire.ListCasesRequest request = CaseMapping.ToWire(query);
        bool ended = false;
        await foreach (
            Wire.ListCasesResponse part in _service.StreamAsync(options => _client.ListCases(request, options), ct).ConfigureAwait(false))
        {
            ended = part.End is not null;
            yield return CaseMapping.FromWire(part);
        }

        if (!ended)
        {
            throw new UserException(
                "The list was cut off.", "--service", "a list with its end", "ask again; what came is not the whole list");
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Explanation>> ExplainAsync(ExplainQuery query, Principal? principal, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        Wire.ExplainResponse response = await _service.CallAsync(
            options => _client.ExplainAsync(ExplanationMapping.ToWire(query), options), ct).ConfigureAwait(false);
        return [.. response.Explanations.Select(ExplanationMapping.FromWire)];
    }

    /// <inheritdoc/>
    public async Task<Bridge?> BridgeAsync(BridgeQuery query, Principal? principal, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        return BridgeMapping.FromWire(await _service.CallAsync(
            options => _client.BridgeAsync(BridgeMapping.ToWire(query), options), ct).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public async Task<Reconciliation> ReconcileAsync(IReadOnlyList<PrintedFigure> printed, Principal? principal, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(printed);
        Wire.ReconcileRequest request = ReconcileMapping.ToWire(printed);
        var figures = new List<Wire.ReconciledFigure>(printed.Count);
        Wire.ReconciliationEnd? end = null;
        await foreach (
            Wire.ReconcileResponse part in _service.StreamAsync(options => _client.Reconcile(request, options), ct).ConfigureAwait(false))
        {
            end = part.End ?? end;
            if (part.Figure is not null)
            {
                figures.Add(part.Figure);
            }
        }

        return ReconcileMapping.FromWire(printed, figures, end);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Comparator>> ComparatorsAsync(ComparatorQuery query, Principal? principal, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        Wire.GetComparatorsResponse response = await _service.CallAsync(
            options => _client.GetComparatorsAsync(QueryMapping.ToWire(query), options), ct).ConfigureAwait(false);
        return [.. response.Comparators.Select(MeasureMapping.FromWire)];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<MeasureInfo>> MeasuresAsync(Principal? principal, CancellationToken ct)
    {
        Wire.ListMeasuresResponse response = await _service.CallAsync(
            options => _client.ListMeasuresAsync(new Wire.ListMeasuresRequest(), options), ct).ConfigureAwait(false);
        return [.. response.Measures.Select(MeasureMapping.FromWire)];
    }

    /// <inheritdoc/>
    public void Dispose() => _service.Dispose();
}
