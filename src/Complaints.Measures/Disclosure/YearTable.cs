using Complaints.Measures.Queries;

namespace Complaints.Measures.Disclosure;

/// <summary>
/// The numbers of all parts of a catalogue for one reporting year, told apart along two axes at most, with all totals; and which of them
/// are hidden. Totals are decided before what they are made of, and hide all of that where they are hidden.
/// </summary>
internal sealed class YearTable
{
    private readonly IReadOnlyList<CountedPart> _parts;
    private readonly Dictionary<(string X, string Y), long[]>[,] _counts;
    private readonly Dictionary<int, HashSet<(string X, string Y)>>[,] _hidden;
    private readonly Dictionary<int, HashSet<(string X, string Y)>>[,] _closed;
    private readonly HashSet<(int Unit, int X, int Y)> _decided = [];
    private readonly Func<(int X, int Y), bool> _isTold;

    /// <summary>Adds up the totals and decides.</summary>
    /// <param name="parts">What is counted.</param>
    /// <param name="axes">How many levels the axes have.</param>
    /// <param name="cells">The numbers of the finest cells, by their members on both axes.</param>
    /// <param name="isTold">The levels whose numbers the reader is told whatever they are; none where it is null.</param>
    internal YearTable(
        IReadOnlyList<CountedPart> parts,
        (int X, int Y) axes,
        IEnumerable<(string X, string Y, long[] Counts)> cells,
        Func<(int X, int Y), bool>? isTold = null)
    {
        _parts = parts;
        _isTold = isTold ?? (_ => false);
        _counts = new Dictionary<(string X, string Y), long[]>[axes.X + 1, axes.Y + 1];
        _hidden = new Dictionary<int, HashSet<(string X, string Y)>>[axes.X + 1, axes.Y + 1];
        _closed = new Dictionary<int, HashSet<(string X, string Y)>>[axes.X + 1, axes.Y + 1];
        List<(int X, int Y)> stages = [.. Stages(axes)];
        foreach ((int x, int y) in stages)
        {
            _counts[x, y] = [];
            _hidden[x, y] = [];
            _closed[x, y] = [];
        }

        foreach ((string x, string y, long[] counts) in cells)
        {
            foreach ((int atX, int atY) in stages)
            {
                Add(_counts[atX, atY], (Axis.Above(x, atX), Axis.Above(y, atY)), counts);
            }
        }

        foreach (IGrouping<int, CountedPart> unit in parts.GroupBy(part => part.Unit).OrderBy(unit => unit.Key))
        {
            foreach ((int x, int y) in stages.Where(level => !_isTold(level)))
            {
                Decide([.. unit], (x, y));
            }
        }
    }

    /// <summary>Whether a part's number of a cell is hidden.</summary>
    /// <param name="part">The part.</param>
    /// <param name="level">The levels of the members.</param>
    /// <param name="cell">The members.</param>
    internal bool IsHidden(int part, (int X, int Y) level, (string X, string Y) cell)
    {
        if (_isTold(level))
        {
            return false;
        }

        int unit = _parts[part].Unit;
        if (_decided.Contains((unit, level.X, level.Y)) && _counts[level.X, level.Y].ContainsKey(cell))
        {
            return Known(_hidden, unit, level)!.Contains(cell);
        }

        return (Known(_hidden, unit, level)?.Contains(cell) ?? false)
            || IsWithinHidden(unit, level, cell)
            || _parts.Where(other => other.Unit == unit).Any(other => other.Follows.Any(before => IsHidden(before, level, cell)));
    }

    /// <summary>The numbers of a cell; null where nothing is counted.</summary>
    internal long[]? CountsOf((int X, int Y) level, (string X, string Y) cell) => _counts[level.X, level.Y].GetValueOrDefault(cell);

    private bool IsWithinHidden(int unit, (int X, int Y) level, (string X, string Y) cell)
    {
        (string X, string Y) block = Block(level, cell);
        return (level != (0, 0) && (Known(_closed, unit, level)?.Contains(block) ?? false))
            || (level.X > 0 && IsHidden(unit, (level.X - 1, level.Y), (block.X, cell.Y)))
            || (level.Y > 0 && IsHidden(unit, (level.X, level.Y - 1), (cell.X, block.Y)));
    }

    private static (string X, string Y) Block((int X, int Y) level, (string X, string Y) cell) => (
        level.X == 0 ? Axis.Whole : Axis.Above(cell.X, level.X - 1),
        level.Y == 0 ? Axis.Whole : Axis.Above(cell.Y, level.Y - 1));

    private static HashSet<(string X, string Y)>? Known(
        Dictionary<int, HashSet<(string X, string Y)>>[,] at,
        int unit,
        (int X, int Y) level) => at[level.X,
        level.Y].GetValueOrDefault(unit);

    private static void Add(Dictionary<(string X, string Y), long[]> table, (string X, string Y) cell, long[] counts)
    {
        if (!table.TryGetValue(cell, out long[]? sums))
        {
            table.Add(cell, sums = new long[counts.Length]);
        }

        for (int i = 0; i < counts.Length; i++)
        {
            sums[i] += counts[i];
        }
    }

    private static IEnumerable<(int X, int Y)> Stages((int X, int Y) axes) =>
        from x in Enumerable.Range(0, axes.X + 1)
        from y in Enumerable.Range(0, axes.Y + 1)
        orderby x + y, x
        select (x, y);

    private void Decide(IReadOnlyList<CountedPart> unit, (int X, int Y) level)
    {
        int id = unit[0].Unit;
        HashSet<(string X, string Y)> hidden = _hidden[level.X, level.Y][id] = [];
        HashSet<(string X, string Y)> closed = _closed[level.X, level.Y][id] = [];
        foreach (IGrouping<(string X, string Y), KeyValuePair<(string X, string Y), long[]>> block in
            _counts[level.X, level.Y].GroupBy(cell => Block(level, cell.Key)))
        {
            List<(string X, string Y)> first =
            [
                .. block
                    .Where(cell => unit.Any(part => IsSmall(part, level, cell)) || IsHidden(id, level, cell.Key))
                    .Select(cell => cell.Key),
            ];
            if (first.Count == 0)
            {
                continue;
            }

            hidden.UnionWith(first);
            if (level != (0, 0) && !Close(unit, level, [.. block], hidden))
            {
                closed.Add(block.Key);
                hidden.UnionWith(block.Select(cell => cell.Key));
            }
        }

        _decided.Add((id, level.X, level.Y));
    }

    // Parts of the same unit are shown together, so what one of them leaves of another is told by both.
    private bool IsSmall(CountedPart part, (int X, int Y) level, KeyValuePair<(string X, string Y), long[]> cell) => SmallNumbers.IsSmall(
        part, cell.Value, other => _parts[other].Unit == part.Unit || !IsHidden(other, level, cell.Key));

    // Every part of the unit must have another way to be, and what one of them hides is hidden of all.
    private bool Close(
        IReadOnlyList<CountedPart> unit,
        (int X, int Y) level,
        IReadOnlyList<KeyValuePair<(string X, string Y), long[]>> cells,
        HashSet<(string X, string Y)> hidden)
    {
        bool isLine = level.X == 0 || level.Y == 0;
        (string X, string Y) block = Block(level, cells[0].Key);
        if (isLine && IsHidden(unit[0].Unit, level.X == 0 ? (0, level.Y - 1) : (level.X - 1, 0), block))
        {
            return true;
        }

        HashSet<string> freeRows = isLine
            ? []
            : Free(cells.Select(cell => cell.Key.X), x => IsHidden(unit[0].Unit, (level.X, level.Y - 1), (x, block.Y)));
        HashSet<string> freeColumns =
            isLine ? [] : Free(cells.Select(cell => cell.Key.Y), y => IsHidden(unit[0].Unit, (level.X - 1, level.Y), (block.X, y)));
        int before;
        do
        {
            before = hidden.Count;
            foreach (CountedPart part in unit)
            {
                List<HiddenCell> all = [.. cells.Select(cell => Cell(part, level, cell, freeRows, freeColumns))];
                var found = new Block(all, isLine);
                if (!found.Close(all.Where(cell => hidden.Contains((cell.Row, cell.Column))), freeRows, freeColumns))
                {
                    return false;
                }

                hidden.UnionWith(found.Hidden.Select(cell => (cell.Row, cell.Column)));
            }
        }
        while (hidden.Count > before);
        return true;
    }

    private static HashSet<string> Free(IEnumerable<string> members, Func<string, bool> isHidden) =>
        [.. members.Distinct(StringComparer.Ordinal).Where(isHidden)];

    // Where a total is hidden all of its cells are, those of 0 too; else a hidden cell is known to count somebody.
    private HiddenCell Cell(
        CountedPart part,
        (int X, int Y) level,
        KeyValuePair<(string X, string Y), long[]> cell,
        HashSet<string> freeRows,
        HashSet<string> freeColumns)
    {
        long count = cell.Value[part.Index];
        long least = freeRows.Contains(cell.Key.X) || freeColumns.Contains(cell.Key.Y) ? 1 : 2;
        if (part.Parent is not int parent)
        {
            return new HiddenCell(cell.Key.X, cell.Key.Y, count, CanRise: true, CanFall: count >= least);
        }

        long left = cell.Value[parent] - count;
        bool known = !IsHidden(parent, level, cell.Key);
        return new HiddenCell(cell.Key.X, cell.Key.Y, count, CanRise: left >= least || !known, CanFall: count >= least, left, known);
    }
}
