using System.Globalization;
using Complaints.Etl.Mapping;

namespace Complaints.Etl.Conform.Values;

/// <summary>
/// Tells a band from what says more of a person: a day of birth, an age in years, a number that identifies. What is in doubt is no band.
/// </summary>
internal static class BandText
{
    private const int MostYears = 130;
    private const int FirstBirth = 1880;
    private const int LastBirth = 2100;
    private const int DigitsThatIdentify = 3;

    private static readonly string[] s_open =
    [
        "+", "<", ">", "≤", "≥", "over", "under", "above", "below", "older", "younger", "plus", "more", "less", "up to", "before", "after",
    ];

    /// <summary>Whether a text is a band of ages or years of birth, or words without a number.</summary>
    internal static bool IsOfAge(string text)
    {
        List<int> numbers = Numbers(text);
        return !IsDay(text) && numbers switch
        {
            [] => text.Any(char.IsLetter),
            [int edge] => IsYears(edge) && s_open.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)),
            [int first, int last] => first < last
                && !text.Contains('/', StringComparison.Ordinal)
                && (IsYears(last) || AreBirths(first, last)),
            _ => false,
        };
    }

    /// <summary>Whether a text is words of a list: no day, no bare number, nothing that identifies somebody.</summary>
    internal static bool IsOfWords(string text) => text.Any(char.IsLetter)
        && !IsDay(text)
        && !text.Contains('@', StringComparison.Ordinal)
        && LongestNumber(text) < DigitsThatIdentify;

    private static bool IsYears(int number) => number <= MostYears;

    private static bool AreBirths(int first, int last) => first >= FirstBirth && last <= LastBirth;

    private static bool IsDay(string text) => Enum.GetValues<DateOrder>().Any(order =>
        DateText.Read(text, order, out _, out _) != DateFault.Unreadable || DateText.DayBefore(text, order) is not null);

    private static List<int> Numbers(string text)
    {
        var numbers = new List<int>();
        for (int i = 0; i < text.Length; i++)
        {
            int from = i;
            while (i < text.Length && char.IsAsciiDigit(text[i]))
            {
                i++;
            }

            if (i > from)
            {
                ReadOnlySpan<char> digits = text.AsSpan(from, i - from);
                numbers.Add(int.TryParse(digits, CultureInfo.InvariantCulture, out int number) ? number : int.MaxValue);
            }
        }

        return numbers;
    }

    private static int LongestNumber(string text)
    {
        (int longest, int run) = (0, 0);
        foreach (char c in text)
        {
            run = char.IsDigit(c) ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
