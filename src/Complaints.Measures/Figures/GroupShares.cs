using Complaints.Domain.Figures;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Figures;

/// <summary>
/// Sets each figure's part of the total beside it. The total is that of the answer's own groups: everything of the query, "Not recorded"
/// among it.
/// </summary>
internal static class GroupShares
{
    /// <summary>The figures with their shares over the query's dimension; as they are where it asks for none.</summary>
    internal static List<Figure> With(List<Figure> figures, ResolvedQuery query)
    {
        if (query.ShareOf is not Dimension over)
        {
            return figures;
        }

        Dictionary<string, FigureTotal> totals = figures
            .GroupBy(figure => Key(figure, over), StringComparer.Ordinal)
            .ToDictionary(
                groups => groups.Key,
                groups => new FigureTotal(
                    groups.Sum(figure => figure.State == CellState.Value ? figure.Numerator : 0m),
                    groups.Any(figure => figure.State == CellState.Suppressed)),
                StringComparer.Ordinal);
        return [.. figures.Select(figure => figure with { Share = Share(figure, totals[Key(figure, over)], query) })];
    }

    // One group that is withheld would follow from the total and the others.
    private static FigureShare Share(Figure figure, FigureTotal total, ResolvedQuery query) =>
        total.IsWithheld ? FigureShare.Withheld
        : figure.State != CellState.Value ? FigureShare.Undefined
        : FigureShare.Of(
            figure.Numerator,
            total.Sum,
            query.Rounding ?? RoundingMode.HalfUp,
            query.DecimalPlaces ?? FigureShare.DecimalPlaces);

    // A landlord's name goes with its code.
    private static string Key(Figure figure, Dimension over) => string.Join(
        '\u001e',
        figure.Dimensions
            .Where(value => value.Dimension != over.Id
                && (over != Dimensions.Landlord || value.Dimension != Dimensions.LandlordName))
            .Select(value => value.Value)
            .Prepend(figure.Measure));

    private readonly record struct FigureTotal(decimal Sum, bool IsWithheld);
}
