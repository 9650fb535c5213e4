namespace Complaints.Etl.Conform.Values;

/// <summary>
/// Names of months as spreadsheets write them where they make a date of two numbers: in the language that they were used in, a laptop from
/// abroad or one set to Welsh.
/// </summary>
internal static class MonthName
{
    private const string Separators = "-/. ";
    private const int MostParts = 4;

    private static readonly HashSet<string> s_english = Set(
        "jan feb mar apr may jun jul aug sep sept oct nov dec",
        "january february march april june july august september october november december");

    private static readonly HashSet<string> s_others = Set(
        "ion chwe chwef maw ebr ebrill mai meh gor gorff awst medi hyd tach rhag", // Welsh
        "jän jänner januar februar mrz mär märz april mai juni juli august okt oktober dez dezember", // German
        "janv janvier fév févr février mars avr avril juin juil juillet août sept octobre novembre déc décembre", // French
        "ene enero febrero marzo abr abril mayo junio julio ago agosto septiembre octubre noviembre dic diciembre", // Spanish
        "gen gennaio febbraio mag maggio giu giugno lug luglio set settembre ott ottobre dicembre", // Italian
        "janeiro fev fevereiro março maio junho julho setembro out outubro novembro dezembro", // Portuguese
        "januari februari mrt maart mei augustus", // Dutch
        "sty styczeń lut luty kwi kwiecień maj cze czerwiec lip lipiec sie sierpień wrz wrzesień paź październik lis listopad gru grudzień",
        "ian ianuarie februarie martie aprilie iun iunie iul iulie septembrie octombrie noi noiembrie decembrie", // Romanian, after Polish
        "januar marts maj augusti oktober december des desember"); // Danish, Swedish and Norwegian

    /// <summary>Whether a text is a day or a month with a name: a day and a month, a month and a year, or all three.</summary>
    internal static bool IsInDate(ReadOnlySpan<char> text)
    {
        Span<Range> found = stackalloc Range[MostParts + 1];
        int parts = text.SplitAny(found, Separators, StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            2 when char.IsAsciiDigit(text[0]) => IsDay(text[found[0]]) && IsAny(text[found[1]]),
            2 => IsYear(text[found[1]]) && IsFirst(text[found[0]]),
            3 => IsDay(text[found[0]]) && IsAny(text[found[1]]) && IsYear(text[found[2]]),
            _ => false,
        };
    }

    private static bool IsAny(ReadOnlySpan<char> name) =>
        s_english.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)
        || s_others.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    // "GEN-24" and "OUT-24" can be a department's; a spreadsheet does not write the months of those languages in capitals.
    private static bool IsFirst(ReadOnlySpan<char> name) =>
        s_english.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)
        || (char.IsLower(name[^1]) && s_others.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name));

    private static bool IsDay(ReadOnlySpan<char> text) =>
        text.Length is 1 or 2 && !text.ContainsAnyExceptInRange('0', '9') && (text.Length == 1 || text[0] <= '3');

    private static bool IsYear(ReadOnlySpan<char> text) => text.Length is 2 or 4 && !text.ContainsAnyExceptInRange('0', '9');

    private static HashSet<string> Set(params ReadOnlySpan<string> lists)
    {
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (string list in lists)
        {
            names.UnionWith(list.Split(' '));
        }

        return names;
    }
}
