using System.Runtime.InteropServices;
using Complaints.Etl.Extract;

namespace Complaints.Etl.Conform;

/// <summary>The complaints that have a stage 1 and the day it was received, for millions of them in little memory.</summary>
/// <remarks>
/// References are kept as 64-bit hashes; two references of one source that collide are a matter of one in 10^13 at a million.
/// </remarks>
internal sealed class Stage1Index
{
    private readonly Dictionary<ulong, int> _days = [];

    internal static Stage1Index Empty { get; } = new();

    /// <summary>Makes room for so many more complaints.</summary>
    internal void Expect(int rows) => _days.EnsureCapacity(_days.Count + rows);

    internal void Add(string caseReference, DateOnly? received) => Add(KeyHash.Of(caseReference), received);

    internal void Add(ulong caseHash, DateOnly? received)
    {
        int day = received?.DayNumber ?? int.MinValue;
        ref int known = ref CollectionsMarshal.GetValueRefOrAddDefault(_days, caseHash, out bool exists);
        known = exists && known != int.MinValue && (day == int.MinValue || known < day) ? known : day;
    }

    /// <summary>Adds what the warehouse holds; what the files of this load say of the same complaint is newer and stays.</summary>
    internal void AddUnlessKnown(string caseReference, DateOnly received) => _days.TryAdd(KeyHash.Of(caseReference), received.DayNumber);

    /// <returns>Whether the complaint has a stage 1; <paramref name="received"/> is null where its day cannot be read.</returns>
    internal bool TryFind(string caseReference, out DateOnly? received)
    {
        bool found = _days.TryGetValue(KeyHash.Of(caseReference), out int day);
        received = found && day != int.MinValue ? DateOnly.FromDayNumber(day) : null;
        return found;
    }
}
