using Complaints.Domain.Homes;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Reconciling;

/// <summary>What is read at once: a landlord's records, in groups or of one part, counted by every variant of a measure.</summary>
/// <param name="Landlord">The landlord.</param>
/// <param name="GroupBy">The dimensions of the groups, with commas; none where a part is counted by itself.</param>
/// <param name="Measure">The measure's id.</param>
/// <param name="Frame">From where they are looked at.</param>
/// <param name="First">First day.</param>
/// <param name="Last">Last day, included.</param>
internal sealed record CellRequest(
    LandlordCode Landlord, string GroupBy, string Measure, Frame Frame, DateOnly First, DateOnly Last)
{
    /// <summary>The part that is counted by itself; none in groups.</summary>
    internal IReadOnlyList<QueryFilter> Part { get; init; } = [];

    /// <summary>The dimensions of the groups.</summary>
    internal IReadOnlyList<string> Dimensions => GroupBy.Length == 0 ? [] : GroupBy.Split(',');

    /// <summary>What a printed figure needs from a frame, each with the periods that it gives.</summary>
    internal static IEnumerable<(CellRequest Request, IReadOnlyList<Window> Windows)> Of(
        PrintedFigure printed, MeasureDefinition measure, Frame frame)
    {
        IReadOnlyList<Window> windows = Window.Of(printed.Period);
        var grouping = Grouping.Of(measure);
        if (grouping.IsInGroups)
        {
            IEnumerable<string> parts = printed.Parts.Select(part => part.Dimension).Order(StringComparer.Ordinal);
            string groupBy = string.Join(',', grouping.Dimensions(parts, printed.Period.IsOfMonths));
            var all = new CellRequest(
                printed.Landlord!.Value,
                groupBy,
                measure.Id,
                frame,
                windows.Min(window => window.First),
                windows.Max(window => window.Last));
            return [(all, windows)];
        }

        // Each period is a question of its own, so only the likely ones are asked.
        return windows
            .Where(window => window.Cause is null or { Id: "year_before" or "year_after" })
            .Select(window => (
                new CellRequest(printed.Landlord!.Value, "", measure.Id, frame, window.First, window.Last) { Part = printed.Filters },
                (IReadOnlyList<Window>)[window]));
    }
}
