using Complaints.Measures.Queries;

namespace Complaints.Measures.Disclosure;

/// <summary>
/// One way in which figures are told apart, from the whole down: each level splits the members of the one above it. The subcategories of a
/// category add up to it, and the months of a quarter, so they are decided within it.
/// </summary>
/// <param name="Levels">The dimension of each level below the whole.</param>
internal sealed record Axis(IReadOnlyList<Dimension> Levels)
{
    private const char Between = '\u001f';

    /// <summary>The whole.</summary>
    internal const string Whole = "";

    /// <summary>An axis with no level: one that is not used.</summary>
    internal static Axis None { get; } = new([]);

    internal bool IsPeriod => Levels.Count > 0 && Levels[0].IsPeriod;

    /// <summary>The key of a member: its values from the top.</summary>
    internal static string Key(IEnumerable<string> values) => string.Join(Between, values);

    /// <summary>The values of a member.</summary>
    internal static string[] Values(string key) => key.Split(Between);

    /// <summary>The member of a level that a member is of.</summary>
    internal static string Above(string key, int level) => level == 0 ? Whole : Key(Values(key).Take(level));
}
