using System.Globalization;
using System.Text.RegularExpressions;

namespace Complaints.Learning.Bench;

/// <summary>A cell that is a number, as programs and people write them: 1234.5, 1,234.50, £1,234, 12.5%.</summary>
internal static partial class NumberCell
{
    /// <summary>The number, or null. "01" is a code, and "1,2" may be anything.</summary>
    public static float? Read(string cell)
    {
        if (cell.Length > 1 && cell[0] == '0' && char.IsAsciiDigit(cell[1]))
        {
            return null;
        }

        if (float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out float value))
        {
            return float.IsFinite(value) ? value : null;
        }

        Match match = Written().Match(cell);
        return match.Success
            && float.TryParse(
                match.Groups[1].Value + match.Groups[2].Value,
                NumberStyles.Float | NumberStyles.AllowThousands,
                CultureInfo.InvariantCulture,
                out value)
                ? value
                : null;
    }

    /// <summary>The number of a column in which a comma stands before the decimals, as in 0,1344; or null.</summary>
    public static float? ReadComma(string cell) =>
        cell.AsSpan().Count('.') == 0 && cell.AsSpan().Count(',') <= 1 ? Read(cell.Replace(',', '.')) : null;

    [GeneratedRegex(@"^([-+]?)[£$€]?\s?((?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d{1,9})?)\s?%?$")]
    private static partial Regex Written();
}
