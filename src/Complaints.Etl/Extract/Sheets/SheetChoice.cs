namespace Complaints.Etl.Extract.Sheets;

/// <summary>Moves a workbook's reader to the sheet to read.</summary>
internal static class SheetChoice
{
    /// <returns>The sheet's name.</returns>
    /// <exception cref="Complaints.Domain.Errors.UserException">No such sheet, or several to choose from.</exception>
    internal static string Choose(Workbook workbook, string? asked)
    {
        List<(string Name, bool Shown)> sheets = List(workbook);
        string names = string.Join(", ", sheets.Select(sheet => $"'{sheet.Name}'"));
        List<string> fitting = asked is null
            ? [.. sheets.Where(sheet => sheet.Shown).Select(sheet => sheet.Name)]
            :
            [
                .. sheets.Where(
                    sheet => sheet.Name.Trim().Equals(asked.Trim(), StringComparison.OrdinalIgnoreCase)).Select(sheet => sheet.Name),
            ];
        if (fitting.Count != 1)
        {
            throw asked is null
                ? Refusal.Of(
                    workbook.Path,
                    FormattableString.Invariant($"The workbook has {fitting.Count} visible sheets."),
                    "one visible sheet, or a mapping that names the sheet",
                    $"set 'sheet' in the mapping's source to one of {names}")
                : Refusal.Of(
                    workbook.Path, $"The workbook has no sheet '{asked}'.", $"one of {names}", "correct 'sheet' in the mapping's source");
        }

        MoveTo(workbook, fitting[0]);
        return fitting[0];
    }

    private static List<(string Name, bool Shown)> List(Workbook workbook)
    {
        var sheets = new List<(string Name, bool Shown)>();
        do
        {
            sheets.Add((workbook.Sheet, workbook.IsShown));
        }
        while (workbook.NextSheet());
        workbook.Restart();
        return sheets;
    }

    private static void MoveTo(Workbook workbook, string name)
    {
        while (workbook.Sheet != name && workbook.NextSheet())
        {
        }
    }
}
