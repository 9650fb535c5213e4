using Complaints.Domain.Access;
using Complaints.Measures.Bridging;
using Complaints.Measures.Cases;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Comparators;
using Complaints.Measures.Comparing;
using Complaints.Measures.Explaining;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Reconciling;
using Complaints.Warehouse;

namespace Complaints.Measures;

/// <summary>Figures of a warehouse that this process reads itself.</summary>
public sealed class WarehouseFigures : IFigures
{
    private readonly FigureEngine _figures;
    private readonly ComparisonEngine _comparisons;
    private readonly CaseEngine _cases;
    private readonly ExplainEngine _explanations;
    private readonly BridgeEngine _bridges;
    private readonly ReconcileEngine _reconciliations;
    private readonly ComparatorEngine _comparators;

    /// <summary>Figures of a warehouse.</summary>
    /// <param name="warehouse">The warehouse; not disposed.</param>
    /// <param name="catalogue">The measures; null for the shipped ones.</param>
    public WarehouseFigures(IWarehouse warehouse, MeasureCatalogue? catalogue = null)
    {
        _figures = new FigureEngine(warehouse, catalogue);
        _comparisons = new ComparisonEngine(warehouse, _figures);
        _cases = new CaseEngine(warehouse, _figures);
        _explanations = new ExplainEngine(warehouse, _figures, _cases);
        _bridges = new BridgeEngine(warehouse, _figures);
        _reconciliations = new ReconcileEngine(warehouse, _figures);
        _comparators = new ComparatorEngine(warehouse, catalogue);
    }

    /// <inheritdoc/>
    public Task<FigureTable> QueryAsync(FigureQuery query, Principal? principal, CancellationToken ct) =>
        _figures.QueryAsync(query, principal, ct);

    /// <inheritdoc/>
    public Task<ComparisonTable> CompareAsync(ComparisonQuery query, Principal? principal, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        return _comparisons.CompareAsync(query, principal, ct);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<CaseListPart> CasesAsync(CaseListQuery query, Principal? principal, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        Principal.RequireCases(principal, "A list of cases");
        return _cases.ListAsync(query, principal, ct);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Explanation>> ExplainAsync(ExplainQuery query, Principal? principal, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        Principal.RequireCases(principal, "An explanation");
        return _explanations.ExplainAsync(query, principal, ct);
    }

    /// <inheritdoc/>
    public Task<Bridge?> BridgeAsync(BridgeQuery query, Principal? principal, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        Principal.RequireCases(principal, "A bridge");
        return _bridges.BridgeAsync(query, principal, ct);
    }

    /// <inheritdoc/>
    public Task<Reconciliation> ReconcileAsync(IReadOnlyList<PrintedFigure> printed, Principal? principal, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(printed);
        Principal.RequireCases(principal, "A reconciliation");
        return _reconciliations.ReconcileAsync(printed, principal, ct);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<MeasureInfo>> MeasuresAsync(Principal? principal, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<MeasureInfo>>([.. _figures.Catalogue.Definitions.Select(MeasureInfo.Of)]);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Comparator>> ComparatorsAsync(ComparatorQuery query, Principal? principal, CancellationToken ct) =>
        _comparators.QueryAsync(query, principal, ct);
}
