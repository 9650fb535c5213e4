using System.Runtime.InteropServices;
using Complaints.Etl.Conform.Values;
using Complaints.Etl.Extract;

namespace Complaints.Etl.Conform;

/// <summary>A reference that differs from another only by what gets lost or changed on the way.</summary>
/// <param name="Known">The other, where an earlier load brought it; null where it stands in this one.</param>
/// <param name="Place">Where the other stands in this load; meaningless with <paramref name="Known"/>.</param>
/// <param name="IsOnlyAlike">Whether the two could be those of two cases, had these not the same day.</param>
internal readonly record struct SimilarReference(QualifiedReference? Known, RowPlace Place, bool IsOnlyAlike);

/// <summary>
/// The references of one source in a load, to find one case under two of them: "000001" and "1", with two kinds of hyphen, with a mark that
/// nobody sees; or "DX-01" and "dx 1", if both were received on one day. Kept as hashes, as there can be millions; see
/// <see cref="Stage1Index"/>.
/// </summary>
/// <remarks>
/// A system can tell its cases by case or separators alone. The days show it: of its references that are only alike, most were received on
/// different days, and then none of them is held back.
/// </remarks>
internal sealed class ReferenceForms(CountedReference counted)
{
    private const int MostSpellings = 64;
    private const int LeastInUse = 10;

    private readonly Dictionary<ulong, Spelling> _first = [];
    private readonly Dictionary<ulong, List<Spelling>> _several = [];
    private readonly Dictionary<ulong, List<(QualifiedReference Reference, Spelling Spelling)>> _known = [];
    private readonly HashSet<ulong> _loaded = [];
    private readonly HashSet<ulong> _named = [];
    private readonly HashSet<ulong> _unnamed = [];
    private bool _hasKnown;
    private bool? _usesBoth;

    /// <summary>What tells records of one reference apart; null where nothing does.</summary>
    internal ReferenceForms? Part { get; } = counted.Part is CountedReference part ? new ReferenceForms(part) : null;

    /// <summary>What it holds the forms of.</summary>
    internal CountedReference Counted => counted;

    /// <summary>Whether a reference of the files is not written in the form that is compared: then any known one may be the same.</summary>
    internal bool AnyUnusual { get; private set; }

    /// <summary>References that were only alike, of one day, and loaded: the source uses such ones for different cases.</summary>
    internal long LetThrough { get; private set; }

    /// <summary>
    /// Whether what earlier loads brought is still to be added; asked once for all files of the source, before the first is merged.
    /// </summary>
    internal bool TryBeginKnown() => !_hasKnown && (_hasKnown = true);

    /// <summary>Makes room for so many more references.</summary>
    internal void Expect(int rows) => _first.EnsureCapacity(_first.Count + rows);

    /// <summary>Adds a reference of a row.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="place">Where the row stands.</param>
    /// <param name="day">The record's day; null where the row does not tell.</param>
    internal void Add(QualifiedReference reference, RowPlace place, DateOnly? day)
    {
        (ulong key, Spelling own) = Read(reference, place, DayOf(day));
        AnyUnusual |= own.Form != unchecked((uint)own.Text);
        ref Spelling first = ref CollectionsMarshal.GetValueRefOrAddDefault(_first, key, out bool exists);
        if (!exists)
        {
            first = own;
            return;
        }

        if (first.Text == own.Text)
        {
            if (first.Day != ReferenceDay.Untold || own.Day == ReferenceDay.Untold)
            {
                return;
            }

            first = first with { Day = own.Day };
            if (!_several.ContainsKey(key))
            {
                return;
            }
        }

        AddSpelling(key, first, own);
    }

    /// <summary>Adds a reference that an earlier load brought.</summary>
    internal void AddKnown(QualifiedReference reference, DateOnly? day)
    {
        if (counted.MayBeNone && reference.Within is string within)
        {
            (reference.Reference.Length == 0 ? _unnamed : _named).Add(KeyHash.Of(within));
        }

        if (reference.Reference.Length == 0)
        {
            return;
        }

        (ulong key, Spelling own) = Read(reference, default, DayOf(day));
        if (!_first.TryGetValue(key, out Spelling first) || !_loaded.Add(own.Text)
            || (first.Text == own.Text && !_several.ContainsKey(key)))
        {
            return;
        }

        _usesBoth = null;
        if (!_known.TryGetValue(key, out List<(QualifiedReference Reference, Spelling Spelling)>? known))
        {
            _known[key] = known = [];
        }

        known.Add((reference, own));
    }

    /// <summary>
    /// Whether earlier loads brought what stands within a reference with a part where this has none, or without one where this has one: a
    /// file that lost the column, or has it anew, would say the same once more.
    /// </summary>
    internal bool IsToldOtherwise(string within, string part)
    {
        ulong key = KeyHash.Of(within);
        if (part.Length == 0)
        {
            return _named.Contains(key) && !_unnamed.Contains(key);
        }

        return _unnamed.Contains(key)
            && !_loaded.Contains(Read(new QualifiedReference(within, part), default, ReferenceDay.Any).Spelling.Text);
    }

    /// <summary>
    /// The reference that this one may be another spelling of; null where there is none, or where this one was loaded before.
    /// </summary>
    internal SimilarReference? Find(QualifiedReference reference)
    {
        if (_several.Count == 0 && _known.Count == 0)
        {
            return null;
        }

        (ulong key, Spelling own) = Read(reference, default, ReferenceDay.Untold);
        _several.TryGetValue(key, out List<Spelling>? several);
        _known.TryGetValue(key, out List<(QualifiedReference Reference, Spelling Spelling)>? known);
        if ((several is null && known is null) || _loaded.Contains(own.Text))
        {
            return null;
        }

        Spelling mine = several?.Find(other => other.Text == own.Text) ?? _first[key];
        own = own with { Day = mine.Text == own.Text ? mine.Day : ReferenceDay.Untold };
        return Similar(own, known, several, sameForm: true) ?? Alike(own, known, several);
    }

    private SimilarReference? Alike(Spelling own, List<(QualifiedReference Reference, Spelling Spelling)>? known, List<Spelling>? several)
    {
        if (Similar(own, known, several, sameForm: false) is not SimilarReference alike)
        {
            return null;
        }

        if (!UsesBoth())
        {
            return alike;
        }

        LetThrough++;
        return null;
    }

    private static SimilarReference? Similar(
        Spelling own, List<(QualifiedReference Reference, Spelling Spelling)>? known, List<Spelling>? several, bool sameForm)
    {
        foreach ((QualifiedReference reference, Spelling spelling) in known ?? [])
        {
            if (own.IsLike(spelling, sameForm))
            {
                return new SimilarReference(reference, default, !sameForm);
            }
        }

        foreach (Spelling spelling in several ?? [])
        {
            if (own.IsLike(spelling, sameForm))
            {
                return new SimilarReference(null, spelling.Place, !sameForm);
            }
        }

        return null;
    }

    private bool UsesBoth()
    {
        if (_usesBoth is bool decided)
        {
            return decided;
        }

        long oneDay = 0;
        long apart = 0;
        foreach ((ulong key, List<Spelling> spellings) in _several)
        {
            spellings.ForEach(spelling => Count(_first[key], spelling));
        }

        foreach ((ulong key, List<(QualifiedReference Reference, Spelling Spelling)> known) in _known)
        {
            known.ForEach(spelling => Count(_first[key], spelling.Spelling));
        }

        _usesBoth = apart >= LeastInUse && apart >= oneDay;
        return _usesBoth.Value;

        void Count(Spelling one, Spelling other)
        {
            if (one.Form != other.Form)
            {
                bool same = one.IsLike(other, sameForm: false);
                oneDay += same ? 1 : 0;
                apart += same ? 0 : 1;
            }
        }
    }

    private void AddSpelling(ulong key, Spelling first, Spelling own)
    {
        if (!_several.TryGetValue(key, out List<Spelling>? spellings))
        {
            _several[key] = spellings = [first];
        }

        int known = spellings.FindIndex(other => other.Text == own.Text);
        if (known >= 0)
        {
            spellings[known] = spellings[known].Day == ReferenceDay.Untold ? spellings[known] with { Day = own.Day } : spellings[known];
        }
        else if (spellings.Count < MostSpellings)
        {
            spellings.Add(own);
        }
    }

    private ReferenceDay DayOf(DateOnly? day) =>
        day is DateOnly told ? ReferenceDay.Of(told) : counted.MayLackDay ? ReferenceDay.Any : ReferenceDay.Untold;

    private (ulong Key, Spelling Spelling) Read(QualifiedReference reference, RowPlace place, ReferenceDay day)
    {
        Hashes own = Hashes.Of(reference.Reference);
        if (reference.Within is string within)
        {
            own = Hashes.Of(within, counted.ComparesWithin).With(own);
        }

        return (own.Folded, new Spelling(own.Text, unchecked((uint)own.Form), day, place));
    }

    private readonly record struct Hashes(ulong Text, ulong Form, ulong Folded)
    {
        internal static Hashes Of(string reference, bool compares = true)
        {
            ulong text = KeyHash.Of(reference);
            if (!compares)
            {
                return new Hashes(text, text, text);
            }

            string form = ReferenceText.Form(reference);
            ulong own = ReferenceEquals(form, reference) || form == reference ? text : KeyHash.Of(form);
            return new Hashes(text, own, ReferenceText.FoldedHash(form));
        }

        internal Hashes With(Hashes other) =>
            new(KeyHash.Of(Text, other.Text), KeyHash.Of(Form, other.Form), KeyHash.Of(Folded, other.Folded));
    }

    // A part of the form's hash is enough: it is compared among a few texts of one key.
    private readonly record struct Spelling(ulong Text, uint Form, ReferenceDay Day, RowPlace Place)
    {
        internal bool IsLike(Spelling other, bool sameForm) =>
            Text != other.Text && (sameForm ? Form == other.Form : Form != other.Form && Day.MayBe(other.Day));
    }
}
