namespace Complaints.Etl.Conform;

/// <summary>A row that shares its key with another.</summary>
/// <param name="Other">The line of the other row.</param>
/// <param name="Exact">Whether every cell is equal.</param>
internal readonly record struct Copy(long Other, bool Exact);

/// <summary>Which rows of a file share their key with another.</summary>
/// <remarks>
/// Of rows that are equal in every cell, the first stands for all and the others are copies. Rows that share a key and differ are all
/// held back: which of them is the later restatement cannot be told within one file.
/// </remarks>
internal sealed class Copies
{
    private readonly Dictionary<ulong, (ulong Content, long Line)> _first = [];
    private readonly Dictionary<ulong, List<(ulong Content, long Line)>> _shared = [];

    /// <summary>Rows whose key an earlier row has: all of them will be held back.</summary>
    internal long Repeated { get; private set; }

    /// <summary>The line of the first such row; 0 while there is none.</summary>
    internal long FirstRepeated { get; private set; }

    internal void Add(ulong key, ulong content, long line)
    {
        if (_first.TryAdd(key, (content, line)))
        {
            return;
        }

        FirstRepeated = Repeated++ == 0 ? line : FirstRepeated;
        if (!_shared.TryGetValue(key, out List<(ulong Content, long Line)>? group))
        {
            _shared[key] = group = [_first[key]];
        }

        group.Add((content, line));
    }

    /// <summary>The lines to hold back, each with the line of the row it is a copy of or in conflict with.</summary>
    internal IReadOnlyDictionary<long, Copy> Decide()
    {
        var decided = new Dictionary<long, Copy>();
        foreach (List<(ulong Content, long Line)> group in _shared.Values)
        {
            bool conflict = group.Exists(row => row.Content != group[0].Content);
            var seen = new Dictionary<ulong, long>();
            foreach ((ulong content, long line) in group)
            {
                if (seen.TryGetValue(content, out long original))
                {
                    decided[line] = new Copy(original, Exact: true);
                }
                else if (conflict)
                {
                    decided[line] = new Copy(group.Find(row => row.Content != content).Line, Exact: false);
                }

                seen.TryAdd(content, line);
            }
        }

        return decided;
    }
}
