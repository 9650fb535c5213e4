using System.Globalization;

namespace Complaints.Escalation.Features;

/// <summary>Numbers and codes as a sentence has them.</summary>
internal static class Words
{
    private const string Working = "working day";

    /// <summary>A number with its noun, "1 promise", "2 remedies".</summary>
    public static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? noun : Plural(noun))}");

    /// <summary>"1 working day", "14 working days".</summary>
    public static string Days(int number) => Count(number, Working);

    /// <summary>A whole percentage, half up.</summary>
    public static int Percent(int part, int all) => (int)decimal.Round(100m * part / all, MidpointRounding.AwayFromZero);

    /// <summary>
    /// A code as part of a sentence: "Repairs > Damp and mould" is "repairs: damp and mould", "Other > Other" is "other". An abbreviation
    /// keeps its capitals.
    /// </summary>
    public static string Of(string code) =>
        string.Join(": ", code.Replace('_', ' ').Split(" > ").Select(Lower).Distinct(StringComparer.Ordinal));

    private static string Lower(string text) =>
        text.Length > 1 && char.IsUpper(text[0]) && !char.IsUpper(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    private static string Plural(string noun) => noun.EndsWith("dy", StringComparison.Ordinal) ? noun[..^1] + "ies" : noun + "s";
}
