using System.Collections.Concurrent;
using Complaints.Domain;
using Complaints.Warehouse;

namespace Complaints.Measures.Figures;

/// <summary>
/// The days of the sources of the published state that was asked about last. They are the same for every question about it, and each
/// question needs them before it can be planned.
/// </summary>
internal sealed class CutOffMemory
{
    private Known _known = new(default);

    /// <summary>The days of the sources.</summary>
    /// <param name="snapshot">The state of the warehouse.</param>
    /// <param name="knownAtLoad">The last load that counts; null for all.</param>
    /// <param name="ct">Stops reading.</param>
    internal async Task<SourceCutOffs> OfAsync(ISnapshot snapshot, int? knownAtLoad, CancellationToken ct)
    {
        var state = (snapshot.Info.Generation, snapshot.Info.PublishedAt);
        Known known = Volatile.Read(ref _known);
        if (known.State != state)
        {
            Volatile.Write(ref _known, known = new Known(state));
        }

        int load = knownAtLoad ?? int.MaxValue;
        if (!known.ByLoad.TryGetValue(load, out IReadOnlyDictionary<string, DateOnly>? days))
        {
            days = await SourceCutOffs.DaysAsync(snapshot, load, ct).ConfigureAwait(false);
            if (known.ByLoad.Count < Limits.RememberedLoads)
            {
                known.ByLoad.TryAdd(load, days);
            }
        }

        return new SourceCutOffs(days);
    }

    private sealed record Known((int Generation, DateTimeOffset PublishedAt) State)
    {
        public ConcurrentDictionary<int, IReadOnlyDictionary<string, DateOnly>> ByLoad { get; } = new();
    }
}
