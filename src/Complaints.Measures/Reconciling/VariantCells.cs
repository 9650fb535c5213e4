using System.Globalization;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Reconciling;

/// <summary>
/// What was counted of a landlord's complaints by every variant of a measure, in groups or as one.
/// </summary>
internal sealed class VariantCells
{
    private readonly List<Cell> _cells = [];

    /// <summary>The groups of an answer whose measures are the variants, in their order.</summary>
    internal VariantCells(FigureTable table)
    {
        foreach (IReadOnlyList<Figure> row in table.Rows())
        {
            Figure first = row[0];
            string month = first.ValueOf(Dimensions.Month.Id) ?? "";
            _cells.Add(new Cell(
                first.ValueOf(Dimensions.StockType.Id) ?? "",
                first.ValueOf(Grouping.Status) ?? "",
                month.Length == 0 ? null : DateOnly.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture),
                first.Dimensions,
                [.. row.Select(figure => figure.Numerator)],
                [.. row.Select(figure => figure.Denominator ?? 0m)]));
        }
    }

    /// <summary>The values that a dimension has among the groups.</summary>
    internal IReadOnlySet<string> Values(string dimension) =>
        _cells.Select(cell => cell.ValueOf(dimension)).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether anything was counted.</summary>
    internal bool IsEmpty => _cells.Count == 0;

    /// <summary>The sums over a part, of some homes, statuses and days.</summary>
    /// <param name="parts">The part; none for all.</param>
    /// <param name="types">Of which stock types.</param>
    /// <param name="statuses">Of which status.</param>
    /// <param name="window">Which days: whole months, or all that were read.</param>
    /// <returns>Of each variant what stands above and below the line.</returns>
    internal (decimal[] Above, decimal[] Below) Sum(
        IReadOnlyCollection<QueryFilter> parts, IReadOnlyCollection<string> types, IReadOnlyCollection<string> statuses, Window window)
    {
        int variants = _cells.Count == 0 ? 0 : _cells[0].Above.Length;
        decimal[] above = new decimal[variants];
        decimal[] below = new decimal[variants];
        foreach (Cell cell in _cells)
        {
            bool isOf = types.Contains(cell.StockType) && statuses.Contains(cell.Status)
                && (cell.Month is not DateOnly month || (month >= window.First && month <= window.Last))
                && parts.All(part => part.Values.Contains(cell.ValueOf(part.Dimension)!));
            for (int i = 0; isOf && i < variants; i++)
            {
                above[i] += cell.Above[i];
                below[i] += cell.Below[i];
            }
        }

        return (above, below);
    }

    private sealed record Cell(
        string StockType, string Status, DateOnly? Month, IReadOnlyList<DimensionValue> Dimensions, decimal[] Above, decimal[] Below)
    {
        internal string? ValueOf(string dimension) => Dimensions.FirstOrDefault(value => value.Dimension == dimension)?.Value;
    }
}
