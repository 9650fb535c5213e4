using Complaints.Measures.Planning;
using Complaints.Measures.Queries;
using Complaints.Warehouse.Queries;

namespace Complaints.Measures.Rendering;

/// <summary>A rendered plan, and where each of its columns stands in the result.</summary>
/// <param name="Query">The SQL with its parameters.</param>
/// <param name="Dimensions">The dimensions of the result, columns 0 to n−1.</param>
/// <param name="Ordinals">The column of each number.</param>
internal sealed record FigureSql(
    SqlQuery Query,
    IReadOnlyList<Dimension> Dimensions,
    IReadOnlyDictionary<ColumnRef, int> Ordinals);
