using Complaints.Domain.Homes;

namespace Complaints.Measures.Reconciling;

/// <summary>What is read at once: a landlord's complaints in groups, counted by every variant of a measure.</summary>
/// <param name="Landlord">The landlord.</param>
/// <param name="Dimensions">The dimensions by which its printed figures tell parts apart, in order.</param>
/// <param name="Measure">The measure's id.</param>
/// <param name="Frame">From where they are looked at.</param>
/// <param name="First">First day.</param>
/// <param name="Last">Last day, included.</param>
/// <param name="ByMonth">Whether months are told apart; else all days are one.</param>
internal sealed record CellRequest(
    LandlordCode Landlord, string Dimensions, string Measure, Frame Frame, DateOnly First, DateOnly Last, bool ByMonth)
{
    /// <summary>What a printed figure needs: the years before and after too, where it is of whole months.</summary>
    internal static CellRequest Of(PrintedFigure printed, string measure, Frame frame, IReadOnlyList<Window> windows) => new(
        printed.Landlord,
        string.Join(',', printed.Parts.Select(part => part.Dimension).Append(VariantCells.Status).Distinct().Order(StringComparer.Ordinal)),
        measure,
        frame,
        windows.Min(window => window.First),
        windows.Max(window => window.Last),
        printed.Period.IsOfMonths);

    /// <summary>The dimensions by their ids.</summary>
    internal IReadOnlyList<string> DimensionIds => Dimensions.Split(',');
}
