using Complaints.Domain.Text;

namespace Complaints.Etl.Extract.Text;

/// <summary>What is wrong with a row whose quotation marks cannot be meant.</summary>
internal static class QuoteFlaw
{
    internal static RowFlaw Of(BrokenRecord broken) => new(
        FlawKind.Quotes,
        Value(broken.Cells),
        "quotation marks around a whole cell, and two of them for one inside it",
        broken.CloseLine is not long close
            ? FormattableString.Invariant($"a quotation mark on line {broken.OpenLine} begins a cell and none ends it; the lines after it were read as rows: remove the mark, or write two")
            : close == broken.OpenLine
                ? FormattableString.Invariant($"text follows the closing quotation mark on line {broken.OpenLine}: write a mark inside a cell twice")
                : FormattableString.Invariant($"a quotation mark on line {broken.OpenLine} would reach to the one on line {close}; the lines between were read as rows: remove the mark, or write two"));

    private static string Value(string[] cells) =>
        cells.FirstOrDefault(cell => cell.StartsWith('"')) is string opened ? opened : string.Join(' ', cells);
}
