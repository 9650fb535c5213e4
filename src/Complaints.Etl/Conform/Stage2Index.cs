using Complaints.Etl.Extract;

namespace Complaints.Etl.Conform;

/// <summary>
/// When the stage 2 of complaints was received that the warehouse holds and no row of the load states: a stage 1 that is restated alone
/// must not come after it. What the load states is newer, and its own row is held against the stage 1.
/// </summary>
/// <remarks>References are kept as in <see cref="Stage1Index"/>.</remarks>
internal sealed class Stage2Index
{
    private readonly HashSet<ulong> _stated = [];
    private readonly Dictionary<ulong, int> _loaded = [];

    /// <summary>A row of the load states the complaint's stage 2.</summary>
    internal void State(string caseReference) => _stated.Add(KeyHash.Of(caseReference));

    /// <summary>The warehouse holds the complaint's stage 2.</summary>
    internal void AddLoaded(string caseReference, DateOnly received) => _loaded[KeyHash.Of(caseReference)] = received.DayNumber;

    /// <summary>The day of the stage 2 that stays as it was loaded; null where there is none.</summary>
    internal DateOnly? Find(string caseReference)
    {
        ulong hash = KeyHash.Of(caseReference);
        return !_stated.Contains(hash) && _loaded.TryGetValue(hash, out int day) ? DateOnly.FromDayNumber(day) : null;
    }
}
