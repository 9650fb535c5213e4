using Complaints.Domain.Access;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Comparators;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Warehouse;

namespace Complaints.Measures;

/// <summary>Figures of a warehouse that this process reads itself.</summary>
/// <param name="warehouse">The warehouse; not disposed.</param>
/// <param name="catalogue">The measures; null for the shipped ones.</param>
public sealed class WarehouseFigures(IWarehouse warehouse, MeasureCatalogue? catalogue = null) : IFigures
{
    private readonly FigureEngine _figures = new(warehouse, catalogue);
    private readonly ComparatorEngine _comparators = new(warehouse, catalogue);

    /// <inheritdoc/>
    public Task<FigureTable> QueryAsync(FigureQuery query, Principal? principal, CancellationToken ct) =>
        _figures.QueryAsync(query, principal, ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<MeasureInfo>> MeasuresAsync(Principal? principal, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<MeasureInfo>>([.. _figures.Catalogue.Definitions.Select(MeasureInfo.Of)]);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Comparator>> ComparatorsAsync(ComparatorQuery query, Principal? principal, CancellationToken ct) =>
        _comparators.QueryAsync(query, principal, ct);
}
