using System.Text.RegularExpressions;
using Complaints.Etl.Conform.Rules;

namespace Complaints.Etl.Conform.Values;

/// <summary>
/// References that a spreadsheet made dates: of 1-5 it makes 1 May, which an export to text writes as 01-May; of 5/24 it makes May-24.
/// </summary>
/// <remarks>
/// A system can have such references of its own. Where others of the same column are pairs of numbers, of which some were no dates or were
/// typed as texts, those that are dates were pairs too.
/// </remarks>
internal static partial class DateLikeText
{
    private const int Shortest = 5;
    private const int Longest = 20;

    /// <summary>How a reference can have been made a date.</summary>
    internal enum Form
    {
        /// <summary>It is none.</summary>
        None,

        /// <summary>With the name of a month, in the language of the spreadsheet: 01-May, May-24, 1-May-2024, 1. Mai.</summary>
        Named,

        /// <summary>In numbers with the whole year: 01/05/2024, 2024-05-01.</summary>
        Numbers,

        /// <summary>With a time of day, as no system writes a reference: 2024-05-01 00:00:00.</summary>
        WithTime,
    }

    internal static Form Of(string text)
    {
        if (text.Length is < Shortest or > Longest || !(char.IsAsciiDigit(text[0]) || char.IsLetter(text[0])))
        {
            return Form.None;
        }

        return MonthName.IsInDate(text) ? Form.Named : !char.IsAsciiDigit(text[0]) ? Form.None
            : DateInNumbers().IsMatch(text) ? Form.Numbers
            : DateWithTime().IsMatch(text) ? Form.WithTime : Form.None;
    }

    /// <summary>The fault of a row whose reference was made a date.</summary>
    internal static RowFault AsFault(string? column, string text) => new(
        RuleCatalogue.RoundedReference,
        column,
        text,
        "the reference as text, as its system shows it: a date is none",
        "a spreadsheet made a date of the reference, as it makes 1 May of 1-5: format the column as text at the source, before the references are entered or opened there, and export it again; what it was cannot be brought back");

    /// <summary>What of a pair of numbers a date can have been; none where the text is no pair.</summary>
    internal static (bool Pair, bool Short) PairOf(string text)
    {
        if (text.Length is < 3 or > 14
            || !char.IsAsciiDigit(text[0])
            || !char.IsAsciiDigit(text[^1])
            || !text.AsSpan().ContainsAny('-', '/'))
        {
            return default;
        }

        bool isShort = ShortPair().IsMatch(text);
        return (isShort || Pair().IsMatch(text), isShort);
    }

    [GeneratedRegex("^[0-3]?[0-9]/[0-3]?[0-9]/(19|20)[0-9]{2}$|^(19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]$")]
    private static partial Regex DateInNumbers();

    [GeneratedRegex("^([0-3]?[0-9]/[0-3]?[0-9]/(19|20)[0-9]{2}|(19|20)[0-9]{2}-[01][0-9]-[0-3][0-9])[ T]00:00(:00)?$")]
    private static partial Regex DateWithTime();

    [GeneratedRegex("^[0-9]{1,4}[-/][0-9]{1,4}$|^[0-9]{1,3}[-/][0-9]{1,4}[-/][0-9]{1,3}$")]
    private static partial Regex Pair();

    [GeneratedRegex("^[0-9]{1,2}[-/][0-9]{1,2}([-/][0-9]{1,2})?$")]
    private static partial Regex ShortPair();
}
