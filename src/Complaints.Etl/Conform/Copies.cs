using System.Runtime.InteropServices;

namespace Complaints.Etl.Conform;

/// <summary>A row that shares its key with another.</summary>
/// <param name="Other">Where the other row stands.</param>
/// <param name="Exact">Whether every cell is equal.</param>
internal readonly record struct Copy(RowPlace Other, bool Exact);

/// <summary>Which rows of the files of one source share their key with another.</summary>
/// <remarks>
/// Of rows that are equal in every cell, the first stands for all and the others are copies. Rows that share a key and differ are all
/// held back: which of them is the later restatement cannot be told within one load, in one file or in several.
/// </remarks>
internal sealed class Copies
{
    private readonly Dictionary<ulong, (ulong Content, RowPlace Place)> _first = [];
    private readonly Dictionary<ulong, List<(ulong Content, RowPlace Place)>> _shared = [];

    /// <summary>Makes room for so many more rows.</summary>
    internal void Expect(int rows) => _first.EnsureCapacity(_first.Count + rows);

    /// <returns>Whether an earlier row has the key.</returns>
    internal bool Add(ulong key, ulong content, RowPlace place)
    {
        ref (ulong Content, RowPlace Place) first = ref CollectionsMarshal.GetValueRefOrAddDefault(_first, key, out bool exists);
        if (!exists)
        {
            first = (content, place);
            return false;
        }

        if (!_shared.TryGetValue(key, out List<(ulong Content, RowPlace Place)>? group))
        {
            _shared[key] = group = [first];
        }

        group.Add((content, place));
        return true;
    }

    /// <summary>The lines of a file to hold back, each with the row it is a copy of or in conflict with.</summary>
    internal IReadOnlyDictionary<long, Copy> Decide(int file)
    {
        var decided = new Dictionary<long, Copy>();
        foreach (List<(ulong Content, RowPlace Place)> group in _shared.Values)
        {
            bool conflict = group.Exists(row => row.Content != group[0].Content);
            var seen = new Dictionary<ulong, RowPlace>();
            foreach ((ulong content, RowPlace place) in group)
            {
                if (seen.TryGetValue(content, out RowPlace original))
                {
                    Decide(place, new Copy(original, Exact: true));
                }
                else if (conflict)
                {
                    Decide(place, new Copy(group.Find(row => row.Content != content).Place, Exact: false));
                }

                seen.TryAdd(content, place);
            }
        }

        return decided;

        // A row with both stages of a complaint has two keys.
        void Decide(RowPlace place, Copy copy)
        {
            if (place.File == file && (!copy.Exact || !decided.ContainsKey(place.Line)))
            {
                decided[place.Line] = copy;
            }
        }
    }
}
