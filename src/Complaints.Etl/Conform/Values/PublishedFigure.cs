using System.Text.RegularExpressions;

namespace Complaints.Etl.Conform.Values;

/// <summary>What the id and the numbers of a published figure can be.</summary>
internal static partial class PublishedFigure
{
    /// <summary>What an id has to be.</summary>
    internal const string ExpectedId =
        "the id of a measure, such as ch01_stage1, ch02_stage2 or tp09: small letters, digits and '_'";

    /// <summary>
    /// Whether a text is an id by which a figure can be found again. The regulator's own measures have one id each; others may be of any
    /// name that is written as an id.
    /// </summary>
    internal static bool IsId(string text) => Id().IsMatch(text) && (!RegulatorsCode().IsMatch(text) || RegulatorsId().IsMatch(text));

    /// <summary>The id that a text is, in capitals or not, as codes are; the text itself where it is none.</summary>
    internal static string Read(string text)
    {
        string small = text.ToLowerInvariant();
        return IsId(small) ? small : text;
    }

    /// <summary>The id that a text likely means; null where it cannot be told.</summary>
    internal static string? Suggestion(string text)
    {
        Match code = Printed().Match(text);
        if (!code.Success)
        {
            return null;
        }

        string letters = code.Groups[1].Value.ToLowerInvariant() + code.Groups[2].Value.PadLeft(2, '0');
        string id = code.Groups[3].Success ? $"{letters}_stage{code.Groups[3].Value}" : letters;
        return IsId(id) ? id : null;
    }

    /// <summary>
    /// What cannot be true of a figure's numbers; null where they are possible. A count is not negative. Of a share, which is what the
    /// regulator's percentages are, the numerator is a part of its denominator, and what is printed is at most 100.
    /// </summary>
    internal static string? Impossible(string measure, decimal? numerator, decimal? denominator, string? printed)
    {
        bool share = Share().IsMatch(measure);
        string text = printed?.Trim() ?? "";
        bool isNumber = NumberText.TryRead(text.TrimEnd('%', ' '), out decimal value);
        return numerator < 0 || denominator < 0 ? "a negative count"
            : isNumber && value < 0 ? "a negative value as printed"
            : share && numerator > denominator ? "a numerator greater than its denominator"
            // What is printed without a unit may be the count itself.
            : share
                && isNumber
                && value > 100
                && (text.EndsWith('%') || (value != numerator && value != denominator)) ? "a share of more than 100 %"
            : null;
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    // CH, TP, BS, RP and NM are the regulator's.
    [GeneratedRegex("^(ch|tp|bs|rp|nm)_?[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex RegulatorsCode();

    [GeneratedRegex(
        "^(ch01_stage[12]|ch02_stage[12](_standard|_extension)?|tp(0[1-9]|1[0-2])|bs0[1-5]|rp0[12](_[a-z0-9_]+)?|nm01(_[a-z0-9_]+)?)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex RegulatorsId();

    [GeneratedRegex("^(ch02_|tp[0-9]|bs[0-9]|rp0)", RegexOptions.CultureInvariant)]
    private static partial Regex Share();

    [GeneratedRegex(@"^[\W_]*(CH|TP|BS|RP|NM)[\W_]*0?([0-9]{1,2})[\W_]*(?:S|STAGE)?[\W_]*([12])?[\W_]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Printed();
}
