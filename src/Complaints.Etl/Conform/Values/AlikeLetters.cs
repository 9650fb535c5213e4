namespace Complaints.Etl.Conform.Values;

/// <summary>
/// Letters of other alphabets that look like Latin ones: a keyboard that was set to Cyrillic or Greek writes "CAS-1" as another reference
/// than one that was not, and no reader sees it. Wide characters are those of a keyboard for Chinese or Japanese.
/// </summary>
internal static class AlikeLetters
{
    private const char FirstWide = '\uFF01';
    private const char LastWide = '\uFF5E';

    // By their numbers, as nobody sees one from the other: each with the Latin letter that it looks like behind it.
    private const string Cyrillic =
        "\u0410A\u0412B\u0415E\u0405S\u0406I\u0408J\u041AK\u041CM\u041DH\u041EO\u0420P\u0421C\u0422T\u0425X\u0423Y\u051AQ\u051CW\u04173"
        + "\u0430a\u0435e\u0455s\u0456i\u0458j\u043Eo\u0440p\u0441c\u0443y\u0445x\u04BBh\u0501d\u051Bq\u051Dw";

    private const string Greek =
        "\u0391A\u0392B\u0395E\u0396Z\u0397H\u0399I\u039AK\u039CM\u039DN\u039FO\u03A1P\u03A4T\u03A5Y\u03A7X\u03BFo\u03BDv\u03F2c";

    private static readonly Dictionary<char, char> s_latin =
        (Cyrillic + Greek).Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>The Latin letter or plain character that a character looks like; itself where there is none.</summary>
    internal static char ToLatin(char c) =>
        c < '\u0370' ? c
        : c is >= FirstWide and <= LastWide ? (char)(c - FirstWide + '!')
        : s_latin.GetValueOrDefault(c, c);
}
