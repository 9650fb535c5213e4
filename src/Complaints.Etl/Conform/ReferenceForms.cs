using System.Runtime.InteropServices;
using Complaints.Etl.Conform.Values;
using Complaints.Etl.Extract;

namespace Complaints.Etl.Conform;

/// <summary>A reference that differs from another only by what gets lost or changed on the way.</summary>
/// <param name="Known">The other, where an earlier load brought it.</param>
/// <param name="Place">Where the other stands in this load; meaningless with <paramref name="Known"/>.</param>
internal readonly record struct SimilarReference(string? Known, RowPlace Place);

/// <summary>
/// The references of one source in a load, to find one case under two of them: "000001" and "1", with two kinds of hyphen, with a mark that
/// nobody sees. Kept as hashes, as there can be millions; see <see cref="Stage1Index"/>.
/// </summary>
internal sealed class ReferenceForms
{
    private readonly Dictionary<ulong, (ulong Spelling, RowPlace Place)> _first = [];
    private readonly Dictionary<ulong, List<(ulong Spelling, RowPlace Place)>> _several = [];
    private readonly Dictionary<ulong, List<string>> _known = [];
    private bool _hasKnown;

    /// <summary>Whether a reference of the files is not written in the form that is compared: then any known one may be the same.</summary>
    internal bool AnyUnusual { get; private set; }

    /// <summary>
    /// Whether what earlier loads brought is still to be added; asked once for all files of the source, before the first is merged.
    /// </summary>
    internal bool TryBeginKnown() => !_hasKnown && (_hasKnown = true);

    /// <summary>Makes room for so many more references.</summary>
    internal void Expect(int rows) => _first.EnsureCapacity(_first.Count + rows);

    internal void Add(string reference, RowPlace place)
    {
        string form = ReferenceText.Form(reference);
        bool usual = form == reference;
        AnyUnusual |= !usual;
        ulong key = KeyHash.Of(form);
        ulong spelling = usual ? key : KeyHash.Of(reference);
        ref (ulong Spelling, RowPlace Place) first = ref CollectionsMarshal.GetValueRefOrAddDefault(_first, key, out bool exists);
        if (!exists)
        {
            first = (spelling, place);
            return;
        }

        if (first.Spelling == spelling)
        {
            return;
        }

        if (!_several.TryGetValue(key, out List<(ulong Spelling, RowPlace Place)>? spellings))
        {
            _several[key] = spellings = [first];
        }

        if (!spellings.Exists(other => other.Spelling == spelling))
        {
            spellings.Add((spelling, place));
        }
    }

    /// <summary>Adds a reference that an earlier load brought.</summary>
    internal void AddKnown(string reference)
    {
        ulong key = KeyHash.Of(ReferenceText.Form(reference));
        if (!_first.ContainsKey(key))
        {
            return;
        }

        if (!_known.TryGetValue(key, out List<string>? known))
        {
            _known[key] = known = [];
        }

        known.Add(reference);
    }

    /// <summary>
    /// The reference that this one may be another spelling of; null where there is none, or where this one was loaded before.
    /// </summary>
    internal SimilarReference? Find(string reference)
    {
        if (_several.Count == 0 && _known.Count == 0)
        {
            return null;
        }

        ulong key = KeyHash.Of(ReferenceText.Form(reference));
        if (_known.TryGetValue(key, out List<string>? known))
        {
            return known.Contains(reference) ? null : new SimilarReference(known[0], default);
        }

        ulong spelling = KeyHash.Of(reference);
        return _several.TryGetValue(key, out List<(ulong Spelling, RowPlace Place)>? several)
            && several.Exists(other => other.Spelling == spelling)
            ? new SimilarReference(null, several.Find(other => other.Spelling != spelling).Place)
            : null;
    }
}
