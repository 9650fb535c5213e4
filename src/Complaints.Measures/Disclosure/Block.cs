using Complaints.Domain;

namespace Complaints.Measures.Disclosure;

/// <summary>
/// The cells that add up to known totals, by row and by column, of one part. What must not be shown is given; the block finds what else may
/// not, so that no hidden number follows from the totals: there is always another way to fill the hidden cells. In a table of two ways that
/// can be told exactly, as the hidden cells are the edges of a graph between rows and columns and another way is a ring through them.
/// </summary>
/// <param name="cells">Every cell that counts something.</param>
/// <param name="isLine">Whether there is one total alone, over all cells.</param>
internal sealed class Block(IReadOnlyList<HiddenCell> cells, bool isLine)
{
    private readonly HashSet<HiddenCell> _hidden = [];

    /// <summary>The hidden cells.</summary>
    internal IReadOnlyCollection<HiddenCell> Hidden => _hidden;

    /// <summary>Hides what must be hidden beside some cells.</summary>
    /// <param name="first">What must not be shown.</param>
    /// <param name="freeRows">Rows whose total is hidden, so that nothing follows from it.</param>
    /// <param name="freeColumns">Columns of the kind.</param>
    /// <returns>
    /// False where no choice of cells that count something is enough: then nothing of the block may be shown, not even 0.
    /// </returns>
    internal bool Close(IEnumerable<HiddenCell> first, IReadOnlySet<string> freeRows, IReadOnlySet<string> freeColumns)
    {
        _hidden.UnionWith(first);
        while (_hidden.Count > 0)
        {
            IEnumerable<IGrouping<string, HiddenCell>> lines = isLine
                ? cells.GroupBy(_ => "")
                : [
                    .. cells.Where(cell => !freeRows.Contains(cell.Row)).GroupBy(cell => cell.Row),
                    .. cells.Where(cell => !freeColumns.Contains(cell.Column)).GroupBy(cell => cell.Column),
                ];
            IGrouping<string, HiddenCell>? thin = lines.FirstOrDefault(line => line.Any(_hidden.Contains) && !IsThick(line));
            HiddenCell? more;
            if (thin is not null)
            {
                more = thin.Where(cell => !_hidden.Contains(cell) && cell.Count > 0)
                    .OrderBy(cell => cell.Count)
                        .ThenBy(cell => cell.Row, StringComparer.Ordinal)
                        .ThenBy(cell => cell.Column, StringComparer.Ordinal)
                    .FirstOrDefault();
                if (more is null)
                {
                    return false;
                }

                _hidden.Add(more);
                continue;
            }

            if (_hidden.FirstOrDefault(cell => cell.Count > 0 && !IsOpen(cell)) is not HiddenCell determined)
            {
                return true;
            }

            if (Ring(determined) is not { } ring)
            {
                return false;
            }

            _hidden.UnionWith(ring);
        }

        return true;
    }

    // Hidden members, none or two, and between them enough people more than one each: five cells that sum up to five are five times one.
    private bool IsThick(IEnumerable<HiddenCell> line)
    {
        List<HiddenCell> hidden = [.. line.Where(_hidden.Contains)];
        long known = hidden.Count(cell => cell.IsLeftKnown);
        return hidden.Count > 1
            && IsEnough(hidden.Sum(cell => cell.Count), hidden.Count(cell => cell.Count > 0))
            && (known == 0 || IsEnough(hidden.Sum(cell => cell.Left ?? 0), known));
    }

    private static bool IsEnough(long people, long cells) => people == 0 || people >= cells + Limits.SmallNumbers - 2;

    // Whether the cell can have another number while all totals stay: one more or one less, and others make up for it.
    private bool IsOpen(HiddenCell cell) => isLine
        ? (cell.CanRise && _hidden.Any(other => other != cell && other.CanFall))
            || (cell.CanFall && _hidden.Any(other => other != cell && other.CanRise))
        : (cell.CanRise && HasWay(cell, rises: true)) || (cell.CanFall && HasWay(cell, rises: false));

    // One more in a cell is one less elsewhere in its row, one more in that one's column, and so on, until its own column is reached.
    private bool HasWay(HiddenCell start, bool rises)
    {
        ILookup<string, HiddenCell> byRow = _hidden.Where(
            cell => cell != start && (rises ? cell.CanFall : cell.CanRise)).ToLookup(cell => cell.Row);
        ILookup<string, HiddenCell> byColumn =
            _hidden.Where(cell => cell != start && (rises ? cell.CanRise : cell.CanFall)).ToLookup(cell => cell.Column);
        var seenRows = new HashSet<string>(StringComparer.Ordinal) { start.Row };
        var seenColumns = new HashSet<string>(StringComparer.Ordinal);
        var rows = new Queue<string>([start.Row]);
        while (rows.TryDequeue(out string? row))
        {
            foreach (HiddenCell less in byRow[row].Where(less => seenColumns.Add(less.Column)))
            {
                if (less.Column == start.Column)
                {
                    return true;
                }

                foreach (HiddenCell more in byColumn[less.Column].Where(more => seenRows.Add(more.Row)))
                {
                    rows.Enqueue(more.Row);
                }
            }
        }

        return false;
    }

    // The three cells of least people that close a ring with the cell.
    private List<HiddenCell>? Ring(HiddenCell cell)
    {
        Dictionary<(string, string), HiddenCell> at = cells.Where(one => one.Count > 0).ToDictionary(one => (one.Row, one.Column));
        List<HiddenCell>? best = null;
        long least = long.MaxValue;
        foreach (HiddenCell beside in at.Values.Where(one => one.Row == cell.Row && one.Column != cell.Column))
        {
            foreach (HiddenCell below in at.Values.Where(one => one.Column == cell.Column && one.Row != cell.Row))
            {
                if (!at.TryGetValue((below.Row, beside.Column), out HiddenCell? corner)
                    || !((cell.CanRise && beside.CanFall && below.CanFall && corner.CanRise)
                        || (cell.CanFall && beside.CanRise && below.CanRise && corner.CanFall)))
                {
                    continue;
                }

                List<HiddenCell> added = [.. new[] { beside, below, corner }.Where(one => !_hidden.Contains(one))];
                long cost = added.Sum(one => one.Count);
                if (added.Count > 0 && (cost < least || (cost == least && Before(added, best!))))
                {
                    (best, least) = (added, cost);
                }
            }
        }

        return best;
    }

    private static bool Before(List<HiddenCell> left, List<HiddenCell> right) => string.CompareOrdinal(Name(left), Name(right)) < 0;

    private static string Name(List<HiddenCell> cells) => string.Join('\0', cells.Select(cell => $"{cell.Row}\0{cell.Column}"));
}
