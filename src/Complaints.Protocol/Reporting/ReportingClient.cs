using Complaints.Domain.Errors;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Comparators;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Wire = Complaints.Protocol.V1;

namespace Complaints.Protocol.Reporting;

/// <summary>
/// A client of <c>complaints.v1.Reporting</c> that gives the same <see cref="FigureTable"/> as the engine in this process would.
/// </summary>
public sealed class ReportingClient : IDisposable
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

    /// <summary>Asks a query.</summary>
    /// <exception cref="UserException">The service refused it, saying why, or is not there.</exception>
    public async Task<FigureTable> QueryAsync(FigureQuery query, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        return TableMapping.FromWire(await _service.CallAsync(
            options => _client.QueryAsync(QueryMapping.ToWire(query), options), ct).ConfigureAwait(false));
    }

    /// <summary>Asks for comparators.</summary>
    /// <exception cref="UserException">As for <see cref="QueryAsync"/>.</exception>
    public async Task<IReadOnlyList<Comparator>> ComparatorsAsync(ComparatorQuery query, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        Wire.GetComparatorsResponse response = await _service.CallAsync(
            options => _client.GetComparatorsAsync(QueryMapping.ToWire(query), options), ct).ConfigureAwait(false);
        return [.. response.Comparators.Select(MeasureMapping.FromWire)];
    }

    /// <summary>The measures that the service knows.</summary>
    /// <exception cref="UserException">As for <see cref="QueryAsync"/>.</exception>
    public async Task<IReadOnlyList<MeasureInfo>> MeasuresAsync(CancellationToken ct)
    {
        Wire.ListMeasuresResponse response = await _service.CallAsync(
            options => _client.ListMeasuresAsync(new Wire.ListMeasuresRequest(), options), ct).ConfigureAwait(false);
        return [.. response.Measures.Select(MeasureMapping.FromWire)];
    }

    /// <inheritdoc/>
    public void Dispose() => _service.Dispose();
}
