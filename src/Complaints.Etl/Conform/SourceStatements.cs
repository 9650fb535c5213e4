using Complaints.Etl.Conform.Rules;

namespace Complaints.Etl.Conform;

/// <summary>
/// What the sources of a load, and those loaded before, say of things that none of them has to itself. What stands in the warehouse is its
/// source's own: that source may restate it, and another one that says something else is held back. Where nothing stands yet, all rows of a
/// load that say different things are held back, as rows of one file that share a key are: which is right cannot be told by their order.
/// </summary>
/// <param name="fields">The names of the values.</param>
internal sealed class SourceStatements(IReadOnlyList<string> fields)
{
    private readonly Dictionary<string, Dictionary<string, Entry>> _standing = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, Entry>> _stated = new(StringComparer.Ordinal);

    /// <summary>Whether a person said that a source takes the place of those that stand.</summary>
    internal bool TakesOver { get; init; }

    /// <summary>Adds what stands.</summary>
    internal void AddStanding(string source, Statement said) => Add(_standing, source, said, "loaded before");

    /// <summary>Adds what a row of the load says.</summary>
    internal void AddStated(string source, Statement said, string place) => Add(_stated, source, said, place);

    /// <summary>Whether anything was loaded before of another source.</summary>
    internal bool HasOthersThan(string source) =>
        _standing.Values.Any(sources => sources.Keys.Any(other => other != source));

    /// <summary>The fault of a row that another source contradicts; null where none does.</summary>
    internal RowFault? Contradiction(string source, Statement said)
    {
        Dictionary<string, Entry>? standing = _standing.GetValueOrDefault(said.Key);
        if (standing?.ContainsKey(source) == true)
        {
            return null;
        }

        Dictionary<string, Entry>? stated = _stated.GetValueOrDefault(said.Key);
        Statement mine = stated?.GetValueOrDefault(source)?.Said ?? said;
        IEnumerable<KeyValuePair<string, Entry>> others = (stated ?? [])
            .Concat(TakesOver ? [] : (standing ?? []).Where(other => stated?.ContainsKey(other.Key) != true))
            .Where(other => other.Key != source);
        foreach ((string other, Entry theirs) in others)
        {
            if (mine.Contradicts(theirs.Said) is int field)
            {
                return new RowFault(
                    RuleCatalogue.OtherSource,
                    null,
                    mine.Said[field],
                    $"what '{other}' says of the same: {fields[field]} {theirs.Said.Said[field]} ({theirs.Place}), where '{source}' says {mine.Said[field]}",
                    $"ask which of '{source}' and '{other}' is right, correct the other at its source or leave the row out of it, and load both again; where '{source}' is to take the place of '{other}', add --allow-other-source");
            }
        }

        return null;
    }

    // Of several that a source says of a thing, from different days on, the last one counts.
    private static void Add(Dictionary<string, Dictionary<string, Entry>> to, string source, Statement said, string place)
    {
        if (!to.TryGetValue(said.Key, out Dictionary<string, Entry>? sources))
        {
            to[said.Key] = sources = new Dictionary<string, Entry>(StringComparer.Ordinal);
        }

        if (!sources.TryGetValue(source, out Entry? before) || (before.Said.From ?? DateOnly.MaxValue) <= (said.From ?? DateOnly.MaxValue))
        {
            sources[source] = new Entry(said, place);
        }
    }

    private sealed record Entry(Statement Said, string Place);
}
