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
/// <param name="bySource">The day of each source.</param>
internal sealed class SourceCutOffs(FactTable fact, IReadOnlyDictionary<string, DateOnly> bySource)
{
    private readonly Dictionary<string, (DateOnly Least, DateOnly Most)> _byLandlord = new(StringComparer.Ordinal);

    /// <summary>The day of each source.</summary>
    internal IReadOnlyDictionary<string, DateOnly> BySource => bySource;

    /// <summary>The newest of them, by which a query's own day is bounded; null when no complaints were loaded.</summary>
    internal DateOnly? Newest => bySource.Count == 0 ? null : bySource.Values.Max();

    /// <summary>The day of a source; null for one that told of no complaints.</summary>
    internal DateOnly? Of(string source) => bySource.TryGetValue(source, out DateOnly day) ? day : null;

    /// <summary>Reads the days of the sources.</summary>
    /// <param name="snapshot">The state of the warehouse.</param>
    /// <param name="fact">The fact whose sources they are.</param>
    /// <param name="load">The last load that counts.</param>
    /// <param name="ct">Stops reading.</param>
    internal static async Task<IReadOnlyDictionary<string, DateOnly>> DaysAsync(
        ISnapshot snapshot, FactTable fact, int load, CancellationToken ct)
    {
        NamedQuery query = fact == FactTables.Stage
            ? NamedQuery.Of("figures/cut_offs", ("load", load))
            : NamedQuery.Of("figures/fact_cut_offs", ("target", fact.Targets[0]), ("load", load));
        var days = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        DbDataReader reader = await snapshot.QueryAsync(query, ct).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(ct).ConfigureAwait(false))
            {
                days.Add(reader.GetString(0), await reader.GetFieldValueAsync<DateOnly>(1, ct).ConfigureAwait(false));
            }
        }

        return days;
    }

    /// <summary>
    /// Reads which landlord's complaints come from which source; where all sources know the same days there is nothing to read.
    /// </summary>
    internal async Task ReadLandlordsAsync(ISnapshot snapshot, ISqlDialect dialect, RowConditions rows, CancellationToken ct)
    {
        if (bySource.Values.Distinct().Count() < 2)
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
                if (bySource.TryGetValue(reader.GetString(1), out DateOnly cutOff))
                {
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

    private static DateOnly? Earlier(DateOnly? known, DateOnly? asAt) => known < asAt ? known : asAt;
}
