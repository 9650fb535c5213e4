using System.Globalization;
using Complaints.Domain.Figures;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;

namespace Complaints.Measures.Comparing;

/// <summary>How far a figure is from another of the same measure: exact from numerators and denominators, rounded once.</summary>
internal static class FigureChange
{
    /// <summary>A comparison with the change from it to a figure.</summary>
    internal static ComparedFigure With(ComparedFigure compared, Figure figure, MeasureDefinition measure)
    {
        // Days that hold the figure's own stand beside it and are no base for a change.
        if (compared.With is ComparisonKind.YearToDate or ComparisonKind.RollingTwelveMonths
            || figure.State != CellState.Value
            || compared is not { State: CellState.Value, Numerator: decimal before })
        {
            return compared;
        }

        (decimal below, decimal belowBefore) =
            measure.StandsAlone ? (1m, 1m) : (figure.Denominator ?? 1m, compared.Denominator ?? 1m);
        decimal difference = (figure.Numerator * belowBefore) - (before * below);
        decimal change = Signed(difference, below * belowBefore, measure.Factor, figure.DecimalPlaces);
        return compared with
        {
            Change = change,
            ChangeDisplay = (change > 0 ? "+" : "") + change.ToString($"F{figure.DecimalPlaces}", CultureInfo.InvariantCulture),
            ChangePercent = measure.Kind == MeasureKind.Percent || before <= 0 ? null : Signed(difference, before * below, 100m, 1),
        };
    }

    private static decimal Signed(decimal difference, decimal below, decimal scale, int places) =>
        Math.Sign(difference) * (new Rate(Math.Abs(difference), below).Round(RoundingMode.HalfUp, places, scale) ?? 0m);
}
