using System.Globalization;
using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Reconciling;

/// <summary>Whether a printed value follows from the numerator and denominator printed beside it.</summary>
internal static class PrintedArithmetic
{
    /// <summary>What is to be told of that; nothing where no such numbers are printed, or the value is theirs, rounded half up.</summary>
    internal static IEnumerable<string> Notes(PrintedFigure printed, MeasureDefinition? measure)
    {
        if (printed is not { Numerator: decimal above, Denominator: decimal below } || below <= 0 || measure?.StandsAlone == true)
        {
            return [];
        }

        int factor = printed.Value.Mark == PrintedMark.Percent ? 100 : measure?.Factor ?? 1;
        var counts = new Counts(above, below, factor);
        string own = string.Create(CultureInfo.InvariantCulture, $"{above} of {below} is {counts.Display(printed.Value.Places)}");
        return PrintedRounding.Of(printed.Value, counts) switch
        {
            null => [$"It contradicts itself: {own}, and {printed.Value.Text} is printed."],
            [Cause rounding] => [$"Its own numerator and denominator give it {rounding.Words}: {own} when rounded half up."],
            _ => measure is null ? [$"It follows from its own numerator and denominator: {own}."] : [],
        };
    }
}
