namespace Complaints.Etl.Extract;

/// <summary>What a spreadsheet shows in a cell whose formula failed. In an export to text it stands there like any other text.</summary>
internal static class SpreadsheetError
{
    /// <summary>What stands for a formula that was never calculated, before the formula itself.</summary>
    internal const string Uncalculated = "#UNCALCULATED!";

    private static readonly HashSet<string> s_errors = new(StringComparer.OrdinalIgnoreCase)
    {
        "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#GETTING_DATA", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!",
        "#CONNECT!", "#BUSY!", "#UNKNOWN!", "#EXTERNAL!", "#PYTHON!", "#ERROR!", "#TIMEOUT!",
    };

    internal static bool Is(string text) => text.StartsWith(Uncalculated, StringComparison.Ordinal) || s_errors.Contains(text);
}
