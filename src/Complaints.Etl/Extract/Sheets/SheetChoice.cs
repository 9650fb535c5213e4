using System.Globalization;
using ExcelDataReader;

namespace Complaints.Etl.Extract.Sheets;

/// <summary>Moves a workbook's reader to the sheet to read.</summary>
internal static class SheetChoice
{
    private const string Visible = "visible";

    /// <returns>The sheet's name.</returns>
    /// <exception cref="Complaints.Domain.Errors.UserException">No such sheet, or several to choose from.</exception>
    internal static string Choose(string path, IExcelDataReader reader, string? asked)
    {
        List<(string Name, bool Shown)> sheets = List(reader);
        string names = string.Join(", ", sheets.Select(sheet => $"'{sheet.Name}'"));
        List<string> fitting = asked is null
            ? [.. sheets.Where(sheet => sheet.Shown).Select(sheet => sheet.Name)]
            : [.. sheets.Where(sheet => sheet.Name.Trim().Equals(asked.Trim(), StringComparison.OrdinalIgnoreCase)).Select(sheet => sheet.Name)];
        if (fitting.Count != 1)
        {
            throw asked is null
                ? Refusal.Of(
                    path,
                    FormattableString.Invariant($"The workbook has {fitting.Count} visible sheets."),
                    "one visible sheet, or a mapping that names the sheet",
                    $"set 'sheet' in the mapping's source to one of {names}")
                : Refusal.Of(path, $"The workbook has no sheet '{asked}'.", $"one of {names}", "correct 'sheet' in the mapping's source");
        }

        MoveTo(reader, fitting[0]);
        return fitting[0];
    }

    private static List<(string Name, bool Shown)> List(IExcelDataReader reader)
    {
        var sheets = new List<(string Name, bool Shown)>();
        do
        {
            sheets.Add((reader.Name, string.Equals(reader.VisibleState, Visible, StringComparison.OrdinalIgnoreCase)));
        }
        while (reader.NextResult());
        reader.Reset();
        return sheets;
    }

    private static void MoveTo(IExcelDataReader reader, string name)
    {
        while (reader.Name != name && reader.NextResult())
        {
        }
    }
}

/// <summary>A workbook's cell as text, so that nothing of its value is lost or invented.</summary>
internal static class CellText
{
    private const double ExactWhole = 9_007_199_254_740_992;

    /// <summary>
    /// Text as it stands, dates as ISO, whole numbers without an exponent (a UPRN shown as 1.00023E+11 is whole underneath), other numbers
    /// in the shortest form that reads back equal.
    /// </summary>
    internal static string Of(object? value) => value switch
    {
        null => "",
        string text => text,
        double number => OfNumber(number),
        int number => number.ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "TRUE" : "FALSE",
        DateTime moment => moment.ToString(
            moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss",
            CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string OfNumber(double number) =>
        Math.Floor(number) == number && Math.Abs(number) <= ExactWhole
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : Math.Abs(number) is > 1e-5 and < 1e15
                ? number.ToString("0.#################", CultureInfo.InvariantCulture)
                : number.ToString("R", CultureInfo.InvariantCulture);
}
