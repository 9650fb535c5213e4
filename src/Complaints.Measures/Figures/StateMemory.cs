using System.Collections.Concurrent;
using System.Data.Common;
using Complaints.Domain;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Planning;
using Complaints.Warehouse;
using Complaints.Warehouse.Engines;
using Complaints.Warehouse.Queries;

namespace Complaints.Measures.Figures;

/// <summary>
/// What is the same for every question about a published state, of the state that was asked about last: the days of its sources, which each
/// question needs before it can be planned, what landlords are called, and what kinds of rows are held back.
/// </summary>
internal sealed class StateMemory
{
    private Known _known = new(default);

    /// <summary>The days of the sources.</summary>
    /// <param name="snapshot">The state of the warehouse.</param>
    /// <param name="fact">The fact whose sources they are.</param>
    /// <param name="knownAtLoad">The last load that counts; null for all.</param>
    /// <param name="ct">Stops reading.</param>
    internal async Task<SourceCutOffs> CutOffsAsync(
        ISnapshot snapshot, FactTable fact, int? knownAtLoad, CancellationToken ct)
    {
        Known known = Of(snapshot);
        (FactTable Fact, int Load) load = (fact, knownAtLoad ?? int.MaxValue);
        if (!known.ByLoad.TryGetValue(load, out IReadOnlyDictionary<string, SourceDay>? days))
        {
            days = await SourceCutOffs.DaysAsync(snapshot, fact, load.Load, ct).ConfigureAwait(false);
            if (known.ByLoad.Count < Limits.RememberedLoads)
            {
                known.ByLoad.TryAdd(load, days);
            }
        }

        return new SourceCutOffs(fact, days);
    }

    /// <summary>The names of the landlords that a reader may see: names are as known at a load, and no reader is given another's.</summary>
    internal async Task<LandlordNames> NamesAsync(ISnapshot snapshot, ISqlDialect dialect, RowConditions rows, CancellationToken ct)
    {
        Known known = Of(snapshot);
        (int Load, string? Landlords) asked =
            (rows.KnownAtLoad ?? int.MaxValue, rows.Landlords.IsAll ? null : string.Join(',', rows.Landlords.Codes));
        if (!known.Names.TryGetValue(asked, out LandlordNames? names))
        {
            names = await LandlordNames.ReadAsync(snapshot, dialect, rows, ct).ConfigureAwait(false);
            if (known.Names.Count < Limits.RememberedLoads)
            {
                known.Names.TryAdd(asked, names);
            }
        }

        return names;
    }

    /// <summary>
    /// Whether any load held back a row: without one no figure is in doubt, and planning that look costs more than many answers.
    /// </summary>
    internal async Task<bool> HasHeldBackRowsAsync(ISnapshot snapshot, CancellationToken ct)
    {
        Known known = Of(snapshot);
        return known.HasHeldBackRows ??= await AnyAsync(snapshot, "quarantine/held_back_rows", ct).ConfigureAwait(false);
    }

    /// <summary>
    /// Whether any load held back a row of a register. Without one no home is in doubt, and a question need not look for complaints that
    /// lean on those: planning that look costs more than many answers.
    /// </summary>
    internal async Task<bool> HasHeldBackHomesAsync(ISnapshot snapshot, CancellationToken ct)
    {
        Known known = Of(snapshot);
        return known.HasHeldBackHomes ??= await AnyAsync(snapshot, "quarantine/held_back_homes", ct).ConfigureAwait(false);
    }

    /// <summary>
    /// Whether any load held back a row of a case that is loaded: without one no figure counts what such a row says anew, and no question
    /// need look the cases up among all complaints.
    /// </summary>
    internal async Task<bool> HasRestatedStagesAsync(ISnapshot snapshot, CancellationToken ct)
    {
        Known known = Of(snapshot);
        return known.HasRestatedStages ??= await AnyAsync(snapshot, "quarantine/restated_stages", ct).ConfigureAwait(false);
    }

    private static async Task<bool> AnyAsync(ISnapshot snapshot, string query, CancellationToken ct)
    {
        DbDataReader reader = await snapshot.QueryAsync(NamedQuery.Of(query), ct).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            return await reader.ReadAsync(ct).ConfigureAwait(false);
        }
    }

    private Known Of(ISnapshot snapshot)
    {
        var state = (snapshot.Info.Generation, snapshot.Info.PublishedAt);
        Known known = Volatile.Read(ref _known);
        if (known.State != state)
        {
            Volatile.Write(ref _known, known = new Known(state));
        }

        return known;
    }

    private sealed record Known((int Generation, DateTimeOffset PublishedAt) State)
    {
        public bool? HasHeldBackRows { get; set; }

        public bool? HasHeldBackHomes { get; set; }

        public bool? HasRestatedStages { get; set; }

        public ConcurrentDictionary<(int Load, string? Landlords), LandlordNames> Names { get; } = new();

        public ConcurrentDictionary<(FactTable Fact, int Load), IReadOnlyDictionary<string, SourceDay>> ByLoad { get; } = new();
    }
}
