namespace Complaints.Etl.Conform.Values;

/// <summary>
/// Amounts of money as registers write them: a number with or without the pound's sign before it, in pounds and whole pence.
/// </summary>
internal static class MoneyText
{
    private const decimal Most = 100_000_000_000_000m;

    /// <summary>Reads an exact amount that is not negative.</summary>
    internal static bool TryRead(string text, out decimal pounds)
    {
        ReadOnlySpan<char> number = text.StartsWith('£') ? text.AsSpan(1).TrimStart() : text;
        string written = number.ToString();
        return NumberText.TryRead(written, out pounds)
            && written[0] is not ('-' or '+')
            && !NumberText.IsAmbiguous(written)
            && pounds < Most
            && decimal.Round(pounds, 2) == pounds;
    }
}
