namespace Complaints.Etl.Extract.Text;

/// <summary>A row whose quotation marks cannot be meant.</summary>
/// <param name="Line">The line on which it begins.</param>
/// <param name="OpenLine">The line on which the mark stands that opens the cell.</param>
/// <param name="CloseLine">The line of the mark that would close it; null when there is none.</param>
/// <param name="Cells">The cells up to the end of that line, cut at every delimiter.</param>
internal sealed record BrokenRecord(long Line, long OpenLine, long? CloseLine, string[] Cells)
{
    internal RowFlaw Flaw => new(
        FlawKind.Quotes,
        Value,
        "quotation marks around a whole cell, and two of them for one inside it",
        CloseLine is not long close
            ? FormattableString.Invariant($"a quotation mark on line {OpenLine} begins a cell and none ends it; the lines after it were read as rows: remove the mark, or write two")
            : close == OpenLine
                ? FormattableString.Invariant($"text follows the closing quotation mark on line {OpenLine}: write a mark inside a cell twice")
                : FormattableString.Invariant($"a quotation mark on line {OpenLine} would reach to the one on line {close}; the lines between were read as rows: remove the mark, or write two"));

    private string Value => Cells.FirstOrDefault(cell => cell.StartsWith('"')) is string opened ? opened : string.Join(' ', Cells);
}
