using System.Globalization;

namespace Complaints.Measures.Reconciling;

/// <summary>A value as a report prints it.</summary>
/// <param name="Text">As it stands.</param>
/// <param name="Value">The number.</param>
/// <param name="Places">Its decimal places.</param>
/// <param name="Mark">Its mark.</param>
public sealed record PrintedNumber(string Text, decimal Value, int Places, PrintedMark Mark)
{
    private static readonly string[] s_perWeek = ["a week", "per week", "/week"];

    /// <summary>
    /// Reads "26%", "48.0", "1,025", "20 a week" or "£92,236.77"; false for words and for numbers that are not exact ("c. 70%").
    /// </summary>
    public static bool TryParse(string text, out PrintedNumber? value)
    {
        ArgumentNullException.ThrowIfNull(text);
        string trimmed = text.Trim();
        string digits = trimmed;
        PrintedMark mark = PrintedMark.None;
        if (digits.StartsWith('£'))
        {
            (digits, mark) = (digits[1..].TrimStart(), PrintedMark.Pounds);
        }
        else if (digits.EndsWith('%'))
        {
            (digits, mark) = (digits[..^1].TrimEnd(), PrintedMark.Percent);
        }

        else if (s_perWeek.FirstOrDefault(words => digits.EndsWith(words, StringComparison.OrdinalIgnoreCase)) is string week)
        {
            (digits, mark) = (digits[..^week.Length].TrimEnd(), PrintedMark.PerWeek);
        }

        const NumberStyles Style = NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint;
        value = IsGrouped(digits) && decimal.TryParse(digits, Style, CultureInfo.InvariantCulture, out decimal number)
            ? new PrintedNumber(trimmed, number, number.Scale, mark)
            : null;
        return value is { Places: <= Complaints.Domain.Limits.DecimalPlaces };
    }

    // 1,025 and 1025 are one number; 10,25 is none.
    private static bool IsGrouped(string digits)
    {
        string[] parts = digits.Split('.')[0].Split(',');
        return digits.Length is > 0 and <= 28
            && char.IsAsciiDigit(digits[0])
            && char.IsAsciiDigit(digits[^1])
            && (parts.Length == 1 || (parts[0].Length is >= 1 and <= 3 && parts.Skip(1).All(part => part.Length == 3)));
    }
}

/// <summary>What a printed value is marked as.</summary>
public enum PrintedMark
{
    /// <summary>Nothing.</summary>
    None = 1,

    /// <summary>Per cent.</summary>
    Percent = 2,

    /// <summary>Pounds.</summary>
    Pounds = 3,

    /// <summary>For each seven days of the period.</summary>
    PerWeek = 4,
}
