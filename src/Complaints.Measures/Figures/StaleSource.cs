using System.Globalization;

namespace Complaints.Measures.Figures;

/// <summary>A source of a figure's rows that told nothing for longer than it promises.</summary>
/// <param name="Source">The source system.</param>
/// <param name="KnownTo">The last day that it told of.</param>
/// <param name="FreshForDays">Days after it within which its mapping promises the next extract; 1 to 366.</param>
public sealed record StaleSource(string Source, DateOnly KnownTo, int FreshForDays)
{
    /// <summary>What every surface prints beside the mark.</summary>
    public string Words => string.Create(
        CultureInfo.InvariantCulture,
        $"{Source} knows no day after {KnownTo:yyyy-MM-dd} and promises the next within {Days}");

    private string Days => FreshForDays == 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{FreshForDays} days");
}
