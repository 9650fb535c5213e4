namespace Complaints.Etl.Conform.Values;

/// <summary>A figure as somebody printed it, beside the numbers it was made of.</summary>
internal static class PrintedValue
{
    // A share, a percentage, a rate per thousand homes.
    private static readonly decimal[] s_scales = [1m, 100m, 1_000m];

    /// <summary>
    /// Whether the printed value is none that the numerator and denominator give, rounded or cut off to its own decimals. A text that is no
    /// number, or numbers that give none, contradict nothing.
    /// </summary>
    internal static bool Contradicts(string? printed, decimal? numerator, decimal? denominator)
    {
        if (printed is null || numerator is not decimal above || denominator is not decimal below || below == 0)
        {
            return false;
        }

        string text = printed.Trim();
        bool percent = text.EndsWith('%');
        string number = text.TrimEnd('%', ' ');
        if (!NumberText.TryRead(number, out decimal value))
        {
            return false;
        }

        decimal unit = 1m;
        int point = number.IndexOf('.', StringComparison.Ordinal);
        for (int decimals = point < 0 ? 0 : number.Length - point - 1; decimals > 0; decimals--)
        {
            unit /= 10;
        }

        // What is printed without a unit may also be the count itself.
        return (percent || value != above)
            && !(percent ? [100m] : s_scales).Any(scale => Math.Abs((above / below * scale) - value) < unit);
    }
}
