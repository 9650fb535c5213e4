using System.Globalization;
using Complaints.Domain.Text;
using Complaints.Etl.Conform.Values;
using Complaints.Etl.Extract.Sheets;

namespace Complaints.Etl.Rsh;

/// <summary>
/// One cell of the regulator's workbook: the text of its stored value, what that text is, and where it stands.
/// </summary>
/// <remarks>
/// The text is the stored value in its shortest exact form (<c>199.9</c>), not the text after the sheet's number format:
/// the 2024/25 sheet formats CH01 with no decimals although the values carry one, so the formatted text would lose a published digit.
/// </remarks>
/// <param name="Printed">The stored value as text; empty for an empty cell.</param>
/// <param name="Number">The value when it is a number; otherwise null.</param>
/// <param name="Placeholder">The placeholder when the text is one; otherwise null.</param>
/// <param name="Address">The address within its sheet, such as <c>AG11</c>.</param>
public sealed record RshCell(string Printed, decimal? Number, RshPlaceholder? Placeholder, string Address)
{
    /// <summary>Whether the cell holds text that is neither a number nor one of the regulator's placeholders.</summary>
    public bool IsUnreadable => Printed.Length > 0 && Number is null && Placeholder is null;

    internal static RshCell From(object? value, int row, int column)
    {
        string address = CellAddress.Of(row, column);
        switch (value)
        {
            case null:
                return new RshCell("", null, null, address);
            case double number:
                string text = number.ToString("R", CultureInfo.InvariantCulture);
                return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact)
                    ? new RshCell(exact.ToString(CultureInfo.InvariantCulture), exact, null, address)
                    : new RshCell(text, null, null, address);
            default:
                string words = VisibleText.Of(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
                RshPlaceholder? placeholder = PlaceholderOf(words);
                // The 2024/25 workbook holds some numbers as text.
                decimal? parsed = placeholder is null
                    && NumberText.TryRead(words, out decimal asText)
                    ? asText
                    : null;
                return new RshCell(words, parsed, placeholder, address);
        }
    }

    private static RshPlaceholder? PlaceholderOf(string text) => text.ToUpperInvariant() switch
    {
        "[X]" => RshPlaceholder.LeftBlank,
        "[Z]" => RshPlaceholder.NotRequired,
        "[E]" => RshPlaceholder.Excluded,
        "[U]" => RshPlaceholder.Undefined,
        "[S]" => RshPlaceholder.Suppressed,
        _ => null,
    };
}
