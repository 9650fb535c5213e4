using Complaints.Domain.Text;
using Complaints.Etl.Conform.Rules;
using Complaints.Etl.Conform.Values;
using Complaints.Etl.Extract;
using Complaints.Etl.Mapping;

namespace Complaints.Etl.Conform;

/// <summary>A mapping's <c>rows</c> bound to the header of a file: tells the rows that are left out for good, and counts them.</summary>
internal sealed class BoundRowFilter
{
    private readonly (int Index, RowCondition Condition)[] _skip;
    private readonly (int Index, RowCondition Condition)[] _only;
    private readonly HashSet<string> _nulls;
    private readonly Dictionary<string, long> _leftOut = new(StringComparer.Ordinal);

    /// <exception cref="Complaints.Domain.Errors.UserException">A column is not in the header.</exception>
    internal BoundRowFilter(MappingFile mapping, TableInfo table)
    {
        var header = new HeaderBinder(table);
        _skip = [.. mapping.Rows.Skip.Select(condition => (header.Find(condition.Column, condition.Place), condition))];
        _only = [.. mapping.Rows.Only.Select(condition => (header.Find(condition.Column, condition.Place), condition))];
        _nulls = new HashSet<string>(mapping.Nulls.Select(word => word.Trim()), StringComparer.OrdinalIgnoreCase);
    }

    internal IEnumerable<int> Columns => _skip.Concat(_only).Select(condition => condition.Index);

    /// <summary>Rows left out so far, by the condition that did.</summary>
    internal IReadOnlyDictionary<string, long> LeftOut => _leftOut;

    /// <summary>Whether a row is no row of the extract; counted.</summary>
    /// <param name="row">The row.</param>
    /// <param name="unclear">
    /// What is wrong with a cell that would have to tell it: such a row can be one of the extract, and is held back.
    /// </param>
    internal bool LeavesOut(TableRow row, out RowFault? unclear)
    {
        unclear = null;
        foreach ((int index, RowCondition condition) in _skip)
        {
            if (IsMerged(row, index))
            {
                continue;
            }

            if (Meets(row.Cells, index, condition) is string value)
            {
                unclear = null;
                return Count($"skip '{condition.Column}': '{value}'");
            }

            unclear ??= Unclear(row.Cells, index, condition);
        }

        foreach ((int index, RowCondition condition) in _only)
        {
            if (IsMerged(row, index) || row.Flaw?.Kind == FlawKind.Quotes || Meets(row.Cells, index, condition) is not null)
            {
                continue;
            }

            if (Unclear(row.Cells, index, condition) is RowFault fault)
            {
                unclear ??= fault;
                continue;
            }

            unclear = null;
            return Count($"only '{condition.Column}'");
        }

        return false;
    }

    // What a merged cell says stands in its first row alone; the row is held back for that.
    private static bool IsMerged(TableRow row, int index) => row.Flaw is { Kind: FlawKind.Merged } flaw && flaw.Columns.Contains(index);

    // A character that nobody sees can stand between two words or within one.
    private static string? Meets(string[] cells, int index, RowCondition condition)
    {
        string cell = Cell(cells, index);
        string text = VisibleText.Of(cell);
        if (condition.Values.FirstOrDefault(value => IsLike(text, value)) is string met)
        {
            return met;
        }

        string parted = VisibleText.HasInvisible(cell) ? VisibleText.OfParts(cell) : text;
        return parted == text ? null : condition.Values.FirstOrDefault(value => IsLike(parted, value));
    }

    // A value that the mapping looks for, or a word for nothing, is what the cell says; anything else that failed says nothing of the row.
    private RowFault? Unclear(string[] cells, int index, RowCondition condition)
    {
        string cell = Cell(cells, index);
        string text = VisibleText.Of(cell);
        if (SpreadsheetError.Is(text) && !_nulls.Contains(text) && !IsNamed(index, text))
        {
            return new RowFault(
                RuleCatalogue.ErrorCell,
                condition.Column,
                text,
                "a value that tells whether it is a row of the extract",
                "correct the formula in the spreadsheet, or widen the column where it shows marks alone, and save it again; if the word is what such rows hold, name it in the mapping's 'rows'");
        }

        _ = Mojibake.Repair(cell, out bool lost);
        if (lost)
        {
            return new RowFault(
                RuleCatalogue.Mojibake,
                condition.Column,
                text,
                "text without lost characters",
                "export it again as UTF-8; whether it is a row of the extract cannot be told from this file");
        }

        return VisibleText.HasControl(cell)
            ? new RowFault(
                RuleCatalogue.InvisibleCharacter,
                condition.Column,
                text,
                "a value of characters that can be seen",
                $"it reads {VisibleText.Named(text)}: remove the character at its source; whether it is a row of the extract is told by this cell")
            : null;
    }

    private bool IsNamed(int index, string text) =>
        _skip.Concat(_only).Any(other => other.Index == index && other.Condition.Values.Any(value => IsLike(text, value)));

    private static string Cell(string[] cells, int index) => index < cells.Length ? Mojibake.Repair(cells[index], out _) : "";

    // Plain parts between stars, in their order.
    private static bool IsLike(string text, string value)
    {
        string[] parts = value.Split('*');
        if (parts.Length == 1)
        {
            return string.Equals(text, value, StringComparison.OrdinalIgnoreCase);
        }

        if (text.Length < parts[0].Length + parts[^1].Length
            || !text.StartsWith(parts[0], StringComparison.OrdinalIgnoreCase)
            || !text.EndsWith(parts[^1], StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        int at = parts[0].Length;
        int end = text.Length - parts[^1].Length;
        foreach (string part in parts[1..^1])
        {
            int found = text.IndexOf(part, at, end - at, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return true;
    }

    private bool Count(string condition)
    {
        _leftOut[condition] = _leftOut.GetValueOrDefault(condition) + 1;
        return true;
    }
}
