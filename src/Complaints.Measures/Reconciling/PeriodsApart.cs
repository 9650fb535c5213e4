using System.Globalization;

namespace Complaints.Measures.Reconciling;

/// <summary>Figures of one measure that were printed side by side though their periods are not equally long.</summary>
internal static class PeriodsApart
{
    // Years and months differ by a day or three.
    private const int Alike = 3;

    /// <summary>What is to be told of the sets of a file: half a year and a year make no two values of one figure.</summary>
    internal static IEnumerable<SetFinding> Of(IEnumerable<PrintedFigure> printed) => printed
        .Where(figure => figure.Set is not null)
        .GroupBy(figure => (Set: figure.Set!, Measure: figure.Measure.ToUpperInvariant()))
        .Where(side => side.Max(Days) - side.Min(Days) > Alike)
        .Select(side => new SetFinding(
            side.Key.Set,
            Causes.Find("mixed_periods"),
            string.Join("; ", side.Select(figure => string.Create(
                CultureInfo.InvariantCulture,
                $"{figure.Whose} {figure.Name} {figure.Value.Text} of {Days(figure)} days (line {figure.Line})")))));

    private static int Days(PrintedFigure figure) => figure.Period.Last.DayNumber - figure.Period.First.DayNumber + 1;
}
