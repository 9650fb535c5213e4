using System.Globalization;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Reconciling;

/// <summary>One figure that a report prints twice, with values that cannot both be right.</summary>
internal static class Conflicts
{
    /// <summary>
    /// Figures of one measure, part and period whose values differ, where no way of counting gives one of them: two values that two ways
    /// give are explained by those.
    /// </summary>
    /// <param name="figures">The figures, and by how many ways each is given.</param>
    internal static IEnumerable<SetFinding> Of(IEnumerable<(FigureReadings Figure, int Ways)> figures) => figures
        .GroupBy(one => Subject(one.Figure.Printed))
        .Where(same => same.Any(one => one.Ways == 0)
            && same.Any(one => same.Any(other => Differ(one.Figure.Printed, other.Figure.Printed))))
        .Select(same => new SetFinding(
            same.First().Figure.Printed.Name,
            Causes.Find("printed_twice"),
            string.Join(" and ", same.Select(one => string.Create(
                CultureInfo.InvariantCulture,
                $"{one.Figure.Printed.Value.Text} (line {one.Figure.Printed.Line}), {(one.Ways == 0 ? "which no way gives" : "which is counted")}")))));

    private static string Subject(PrintedFigure printed) => string.Join(
        '|',
        new[] { printed.Whose, printed.Measure.ToUpperInvariant(), $"{printed.Period.First:O}", $"{printed.Period.Last:O}" }
            .Concat(printed.Filters.Select(Part).Order(StringComparer.Ordinal))
            .Append(Kind(printed.Value.Mark)));

    private static string Part(QueryFilter filter) => $"{filter.Dimension}={string.Join(',', filter.Values.Order(StringComparer.Ordinal))}";

    // A count and its share, or its number a week, are two figures; 83.3 and 83% are one.
    private static string Kind(PrintedMark mark) => mark == PrintedMark.PerWeek ? "week" : mark == PrintedMark.Pounds ? "pounds" : "";

    // 83% and 83.3 do not differ, whichever way the one was brought to its places.
    private static bool Differ(PrintedFigure one, PrintedFigure other)
    {
        (PrintedNumber coarse, PrintedNumber fine) = one.Value.Places <= other.Value.Places
            ? (one.Value, other.Value)
            : (other.Value, one.Value);
        return PrintedRounding.Of(coarse, new Counts(fine.Value, 1m, 1)) is null;
    }
}
