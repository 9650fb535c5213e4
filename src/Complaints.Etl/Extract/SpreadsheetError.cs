namespace Complaints.Etl.Extract;

/// <summary>
/// What a spreadsheet shows in a cell whose formula failed, in the language it was used in, or whose column is too narrow. In an export to
/// text it stands there like any other text.
/// </summary>
internal static class SpreadsheetError
{
    /// <summary>What stands for a formula that was never calculated, before the formula itself.</summary>
    internal const string Uncalculated = "#UNCALCULATED!";

    private const string Numbered = "Err:";
    private const int LeastMarks = 3;

    // A list and no pattern: "#URGENT!" is a word that a person can choose.
    private static readonly HashSet<string> s_errors = new(StringComparer.OrdinalIgnoreCase)
    {
        "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#GETTING_DATA", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!",
        "#CONNECT!", "#BUSY!", "#UNKNOWN!", "#EXTERNAL!", "#PYTHON!", "#ERROR!", "#TIMEOUT!",

        // German, French, Spanish, Italian and Portuguese.
        "#NV", "#BEZUG!", "#WERT!", "#ZAHL!", "#ÜBERLAUF!", "#KALK!",
        "#VALEUR!", "#NOM?", "#NOMBRE!", "#NUL!", "#PROPAGATION!",
        "#N/D", "#¡REF!", "#¡VALOR!", "#¡DIV/0!", "#¿NOMBRE?", "#NOMBRE?", "#¡NUM!", "#¡NULO!", "#¡DESBORDAMIENTO!", "#¡CALC!",
        "#RIF!", "#VALORE!", "#NOME?", "#NULLO!", "#ESPANSIONE!",
        "#VALOR!", "#NÚM!", "#NULO!", "#DESPEJAR!",

        // Dutch, Polish, Swedish, Danish and Norwegian, Finnish.
        "#N/B", "#VERW!", "#WAARDE!", "#DEEL/0!", "#NAAM?", "#GETAL!", "#LEEG!", "#OVERLOOP!",
        "#N/D!", "#ADR!", "#ARG!", "#DZIEL/0!", "#NAZWA?", "#LICZBA!", "#ZERO!",
        "#SAKNAS!", "#REFERENS!", "#VÄRDEFEL!", "#DIVISION/0!", "#NAMN?", "#OGILTIGT!", "#SKÄRNING!",
        "#I/T", "#REFERENCE!", "#VÆRDI!", "#VERDI!", "#NAVN?",
        "#PUUTTUU", "#PUUTTUU!", "#VIITTAUS!", "#ARVO!", "#JAKO/0!", "#NIMI?", "#LUKU!", "#TYHJÄ!",

        // Czech, Hungarian, Turkish and Russian.
        "#NENÍ_K_DISPOZICI", "#ODKAZ!", "#HODNOTA!", "#DĚLENÍ_NULOU!", "#NÁZEV?", "#ČÍSLO!",
        "#HIÁNYZIK", "#HIV!", "#ÉRTÉK!", "#ZÉRÓOSZTÓ!", "#NÉV?", "#SZÁM!",
        "#YOK", "#BAŞV!", "#DEĞER!", "#SAYI/0!", "#AD?", "#SAYI!", "#BOŞ!",
        "#Н/Д", "#ССЫЛКА!", "#ЗНАЧ!", "#ДЕЛ/0!", "#ИМЯ?", "#ЧИСЛО!", "#ПУСТО!",
    };

    internal static bool Is(string text) => text.Length > 0 && text[0] switch
    {
        '#' => IsTooNarrow(text) || text.StartsWith(Uncalculated, StringComparison.Ordinal) || s_errors.Contains(text),
        'E' => IsNumbered(text),
        _ => false,
    };

    // What a spreadsheet shows, and exports as shown, where a column is too narrow for a number or a day: the value is lost.
    private static bool IsTooNarrow(string text) => text.Length >= LeastMarks && !text.AsSpan().ContainsAnyExcept('#');

    // As LibreOffice shows most of its own: "Err:502".
    private static bool IsNumbered(string text) =>
        text.Length == Numbered.Length + 3
        && text.StartsWith(Numbered, StringComparison.Ordinal)
        && !text.AsSpan(Numbered.Length).ContainsAnyExceptInRange('0', '9');
}
