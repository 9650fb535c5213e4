using Complaints.Domain.Text;
using Complaints.Etl.Extract;
using Complaints.Etl.Mapping;

namespace Complaints.Etl.Conform;

/// <summary>A mapping's <c>rows</c> bound to the header of a file: tells the rows that are left out for good, and counts them.</summary>
internal sealed class BoundRowFilter
{
    private readonly (int Index, RowCondition Condition)[] _skip;
    private readonly (int Index, RowCondition Condition)[] _only;
    private readonly Dictionary<string, long> _leftOut = new(StringComparer.Ordinal);

    /// <exception cref="Complaints.Domain.Errors.UserException">A column is not in the header.</exception>
    internal BoundRowFilter(RowFilter filter, TableInfo table)
    {
        var header = new HeaderBinder(table);
        _skip = [.. filter.Skip.Select(condition => (header.Find(condition.Column, condition.Place), condition))];
        _only = [.. filter.Only.Select(condition => (header.Find(condition.Column, condition.Place), condition))];
    }

    internal IEnumerable<int> Columns => _skip.Concat(_only).Select(condition => condition.Index);

    /// <summary>Rows left out so far, by the condition that did.</summary>
    internal IReadOnlyDictionary<string, long> LeftOut => _leftOut;

    /// <summary>Whether a row is no row of the extract; counted.</summary>
    internal bool LeavesOut(string[] cells)
    {
        foreach ((int index, RowCondition condition) in _skip)
        {
            if (Meets(cells, index, condition) is string value)
            {
                return Count($"skip '{condition.Column}': '{value}'");
            }
        }

        foreach ((int index, RowCondition condition) in _only)
        {
            if (Meets(cells, index, condition) is null)
            {
                return Count($"only '{condition.Column}'");
            }
        }

        return false;
    }

    private static string? Meets(string[] cells, int index, RowCondition condition)
    {
        string text = index < cells.Length ? VisibleText.Of(cells[index]) : "";
        return condition.Values.FirstOrDefault(value => IsLike(text, value));
    }

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
