using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Measures.Bridging;
using Complaints.Measures.Cases;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Comparators;
using Complaints.Measures.Comparing;
using Complaints.Measures.Explaining;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Reconciling;

namespace Complaints.Measures;

/// <summary>
/// The one door for questions about figures. Behind it stands the warehouse of this process, or a service; who asks need not know which.
/// </summary>
public interface IFigures
{
    /// <summary>Answers a query.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="principal">Who asks; null is nobody, and nobody gets no rows. A service decides by its own means who calls.</param>
    /// <param name="ct">Stops the query in the engine.</param>
    /// <exception cref="UserException">Something about the query, or there is no warehouse.</exception>
    Task<FigureTable> QueryAsync(FigureQuery query, Principal? principal, CancellationToken ct);

    /// <summary>Figures, and beside each what the same measure and group were over other days, with the change.</summary>
    /// <exception cref="UserException">As for the figures; or no comparison, days without a beginning, or too many of them.</exception>
    Task<ComparisonTable> CompareAsync(ComparisonQuery query, Principal? principal, CancellationToken ct);

    /// <summary>
    /// Lists the cases behind a figure, as they are read: the figure first, then cases, what waits before what is answered, and the end.
    /// </summary>
    /// <exception cref="UserException">As for the figure; or a part that it has not, or a limit passed.</exception>
    IAsyncEnumerable<CaseListPart> CasesAsync(CaseListQuery query, Principal? principal, CancellationToken ct);

    /// <summary>Explains every figure that a query gives: its rules, the steps to its counts, what is in doubt, the first cases.</summary>
    /// <exception cref="UserException">As for the figures; or there are too many to explain at a time.</exception>
    Task<IReadOnlyList<Explanation>> ExplainAsync(ExplainQuery query, Principal? principal, CancellationToken ct);

    /// <summary>
    /// Leads from all that landlords' systems hold to the population of the return, as counts that add up; null for nobody.
    /// </summary>
    /// <exception cref="UserException">As for a figure; or a filter that no return has.</exception>
    Task<Bridge?> BridgeAsync(BridgeQuery query, Principal? principal, CancellationToken ct);

    /// <summary>
    /// Finds for printed figures the way of counting that gives them, or says that none does and how far off the nearest is.
    /// </summary>
    /// <param name="printed">The figures, in the order of their file.</param>
    /// <param name="principal">Who asks: analyst or admin, as the ways of counting differ by single cases.</param>
    /// <param name="ct">Stops the queries in the engine.</param>
    /// <exception cref="UserException">There are too many at a time, the role sees no cases, or there is no warehouse.</exception>
    Task<Reconciliation> ReconcileAsync(IReadOnlyList<PrintedFigure> printed, Principal? principal, CancellationToken ct);

    /// <summary>The measures that can be asked for; they are no landlord's, so everybody may see them.</summary>
    /// <exception cref="UserException">A service cannot be reached.</exception>
    Task<IReadOnlyList<MeasureInfo>> MeasuresAsync(Principal? principal, CancellationToken ct);

    /// <summary>What landlords are to be compared with, one comparator a measure in the order asked for.</summary>
    /// <exception cref="UserException">Something about the query, or there is no warehouse.</exception>
    Task<IReadOnlyList<Comparator>> ComparatorsAsync(ComparatorQuery query, Principal? principal, CancellationToken ct);
}
