using Complaints.Domain.Figures;

namespace Complaints.Measures.Figures;

/// <summary>A figure's part of the total over all groups of one dimension, the others being the same.</summary>
/// <param name="Total">
/// The sum of the groups' numerators, "Not recorded" among them; null where the share is withheld.
/// </param>
/// <param name="Value">Numerator ÷ total × 100 to 28 digits; null where the total is zero, or it is withheld.</param>
/// <param name="Display">
/// The share as printed, in per cent and without the sign, rounded once; "[U]" of a total of zero, "*" if withheld.
/// </param>
public sealed record FigureShare(decimal? Total, decimal? Value, string Display)
{
    /// <summary>Decimal places where the query does not say.</summary>
    internal const int DecimalPlaces = 1;

    /// <summary>Not told: a group of the total is withheld, and follows from the shares of the others.</summary>
    internal static FigureShare Withheld { get; } = new(null, null, Figure.Withheld);

    /// <summary>Of the days of the figure none has begun.</summary>
    internal static FigureShare Undefined { get; } = new(0m, null, Rate.UndefinedDisplay);

    internal static FigureShare Of(decimal part, decimal total, RoundingMode rounding, int places)
    {
        var rate = new Rate(part, total);
        return new FigureShare(total, rate.Percent, rate.Display(rounding, places, 100m));
    }
}
