using System.Data.Common;
using Complaints.Domain.Time;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Planning;
using Complaints.Measures.Queries;
using Complaints.Measures.Rendering;
using Complaints.Warehouse;
using Complaints.Warehouse.Engines;
using Complaints.Warehouse.Queries;

namespace Complaints.Measures.Figures;

/// <summary>
/// Up to which day each source told what happened to complaints, or of the rows of another fact. A figure stands as at the day of the
/// source that knows most among those that its rows come from: to that day they run, and asked for that day it is the same. Where another
/// source of its rows knows less, that day is told beside it.
/// </summary>
/// <param name="fact">The fact whose sources they are.</param>
/// <param name="bySource">What each source knows.</param>
internal sealed class SourceCutOffs(FactTable fact, IReadOnlyDictionary<string, SourceDay> bySource)
{
    private readonly Dictionary<string, (DateOnly Least, DateOnly Most)> _byLandlord = new(StringComparer.Ordinal);

    private readonly Dictionary<string, SortedSet<string>> _promising = new(StringComparer.Ordinal);

    /// <summary>The day of each source.</summary>
    internal IReadOnlyDictionary<string, DateOnly> BySource { get; } =
        bySource.ToDictionary(source => source.Key, source => source.Value.KnownTo, StringComparer.Ordinal);

    /// <summary>The newest of them, by which a query's own day is bounded; null when no complaints were loaded.</summary>
    internal DateOnly? Newest => bySource.Count == 0 ? null : bySource.Values.Max(source => source.KnownTo);

    /// <summary>The day of a source; null for one that told of no complaints.</summary>
    internal DateOnly? Of(string source) => bySource.TryGetValue(source, out SourceDay known) ? known.KnownTo : null;

    /// <summary>Reads the days of the sources.</summary>
    /// <param name="snapshot">The state of the warehouse.</param>
    /// <param name="fact">The fact whose sources they are.</param>
    /// <param name="load">The last load that counts.</param>
    /// <param name="ct">Stops reading.</param>
    internal static async Task<IReadOnlyDictionary<string, SourceDay>> DaysAsync(
        ISnapshot snapshot, FactTable fact, int load, CancellationToken ct)
    {
        NamedQuery query = fact == FactTables.Stage
            ? NamedQuery.Of("figures/cut_offs", ("load", load))
            : NamedQuery.Of("figures/fact_cut_offs", ("target", fact.Targets[0]), ("load", load));
        var days = new Dictionary<string, SourceDay>(StringComparer.Ordinal);
        DbDataReader reader = await snapshot.QueryAsync(query, ct).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(ct).ConfigureAwait(false))
            {
                int? fresh = await reader.IsDBNullAsync(2, ct).ConfigureAwait(false) ? null : FieldReader.Int(reader, 2);
                days.Add(
                    reader.GetString(0), new SourceDay(await reader.GetFieldValueAsync<DateOnly>(1, ct).ConfigureAwait(false), fresh));
            }
        }

        return days;
    }

    /// <summary>
    /// Reads which landlord's complaints come from which source; where all sources know the same days and none is
    /// stale there is nothing to read.
    /// </summary>
    /// <param name="snapshot">The state of the warehouse.</param>
    /// <param name="dialect">The engine's words.</param>
    /// <param name="rows">Whose complaints.</param>
    /// <param name="freshAt">The day for which the question is asked.</param>
    /// <param name="ct">Stops reading.</param>
    internal async Task ReadLandlordsAsync(
        ISnapshot snapshot, ISqlDialect dialect, RowConditions rows, DateOnly? freshAt, CancellationToken ct)
    {
        bool isStale = freshAt is DateOnly day && bySource.Values.Any(source => source.IsStaleOn(day));
        if (!isStale && bySource.Values.Select(source => source.KnownTo).Distinct().Count() < 2)
        {
            return;
        }

        var parameters = new ParameterList(dialect);
        string from = FactSql.From(fact, rows.KnownAtLoad, parameters);
        string where = SqlText.Where(
        [
            ScopeRenderer.Version("f", rows.KnownAtLoad, parameters),
            .. ScopeRenderer.Landlords("f", rows, parameters),
            .. ScopeRenderer.StockFilters("f", rows, parameters),
        ]);
        string text = $"  SELECT DISTINCT f.landlord_code, f.source_system\n  FROM {from}{where}";
        DbDataReader reader = await snapshot.QueryAsync(new SqlQuery(text, parameters.Values), ct).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(ct).ConfigureAwait(false))
            {
                string landlord = reader.GetString(0);
                string source = reader.GetString(1);
                if (bySource.TryGetValue(source, out SourceDay told))
                {
                    DateOnly cutOff = told.KnownTo;
                    if (told.FreshForDays is not null)
                    {
                        _ = Promising(landlord).Add(source);
                    }

                    (DateOnly least, DateOnly most) = _byLandlord.GetValueOrDefault(landlord, (cutOff, cutOff));
                    _byLandlord[landlord] = (cutOff < least ? cutOff : least, cutOff > most ? cutOff : most);
                }
            }
        }
    }

    /// <summary>The day as at which a figure stands.</summary>
    /// <param name="asAt">The query's day.</param>
    /// <param name="landlord">The figure's landlord; null when it is over all.</param>
    internal DateOnly? AsAt(DateOnly? asAt, string? landlord) => Earlier(Known(landlord)?.Most, asAt);

    /// <summary>The day up to which every source of a figure's complaints is known; no later than the day as at which it stands.</summary>
    /// <param name="asAt">The query's day.</param>
    /// <param name="landlord">The figure's landlord; null when it is over all.</param>
    internal DateOnly? KnownTo(DateOnly? asAt, string? landlord) => Earlier(Known(landlord)?.Least, asAt);

    /// <summary>The sources of a figure that told nothing for longer than they promise, in the order of their names.</summary>
    /// <param name="freshAt">The day for which the question is asked, also where no source knows as much.</param>
    /// <param name="last">The figure's last day; null without an end.</param>
    /// <param name="landlord">The figure's landlord; null when it is over all.</param>
    internal IReadOnlyList<StaleSource> Stale(DateOnly? freshAt, DateOnly? last, string? landlord)
    {
        if (_promising.Count == 0 || (freshAt < last || last is null ? freshAt : last) is not DateOnly day)
        {
            return [];
        }

        IEnumerable<string> sources = landlord is null
            ? _promising.Values.SelectMany(known => known).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            : _promising.TryGetValue(landlord, out SortedSet<string>? own) ? own : [];
        return
        [
            .. sources
                .Where(source => bySource[source].IsStaleOn(day))
                .Select(source => new StaleSource(source, bySource[source].KnownTo, bySource[source].FreshForDays!.Value)),
        ];
    }

    /// <summary>The landlords whose sources end before a year in which figures stand, by that year.</summary>
    /// <param name="period">The days asked for.</param>
    /// <param name="asAt">The day as at which the figures stand.</param>
    internal IReadOnlyList<UntoldLandlords> Untold(Period period, DateOnly asAt) =>
    [
        .. _byLandlord
            .Select(known => (Landlord: known.Key, From: UntoldFrom(known.Value.Most, period.First)))
            .Where(known => known.From.FirstDay <= asAt)
            .GroupBy(known => known.From.StartYear, known => known.Landlord)
            .Select(group => new UntoldLandlords(group.Key, [.. group.Order(StringComparer.Ordinal)])),
    ];

    // Of a year that is told in part there are figures, up to the day.
    private static ReportingYear UntoldFrom(DateOnly known, DateOnly? first) =>
        known < first ? ReportingYear.Of(first.Value) : ReportingYear.FromStartYear(ReportingYear.Of(known).StartYear + 1);

    private (DateOnly Least, DateOnly Most)? Known(string? landlord) =>
        landlord is not null ? _byLandlord.TryGetValue(landlord, out (DateOnly, DateOnly) own) ? own : null
        : _byLandlord.Count == 0 ? null
        : (_byLandlord.Values.Min(known => known.Least), _byLandlord.Values.Max(known => known.Most));

    private SortedSet<string> Promising(string landlord)
    {
        if (!_promising.TryGetValue(landlord, out SortedSet<string>? sources))
        {
            _promising.Add(landlord, sources = new SortedSet<string>(StringComparer.Ordinal));
        }

        return sources;
    }

    private static DateOnly? Earlier(DateOnly? known, DateOnly? asAt) => known < asAt ? known : asAt;
}
