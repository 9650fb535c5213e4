using System.Text.RegularExpressions;

namespace Complaints.Etl.Conform.Values;

/// <summary>
/// A cell that names the day of a decision and the day on which it was issued anew, in one form of words: a day; then, with or without
/// "and", one of issued again (reissued, re-issued), amended, updated, revised or corrected; then, with or without "on", the other day.
/// Brackets may stand around what follows the first day.
/// </summary>
internal static partial class AmendedDate
{
    /// <returns>The texts of the two days; null where the cell is not of this form.</returns>
    internal static (string First, string Amended)? Split(string text)
    {
        Match match = Form().Match(text);
        return match.Success ? (match.Groups["first"].Value, match.Groups["amended"].Value) : null;
    }

    [GeneratedRegex(
        @"^(?<first>[^()]{6,40}?)[\s,;]*(?<open>\()?\s*(?:and\s+)?(?:re-?issued|amended|updated|revised|corrected)(?:\s+on)?:?\s+(?<amended>[^()]{6,40}?)\s*(?(open)\))$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
