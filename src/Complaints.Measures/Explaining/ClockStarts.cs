using System.Data.Common;
using Complaints.Domain.Code;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Planning;
using Complaints.Measures.Queries;
using Complaints.Warehouse;
using Complaints.Warehouse.Engines;

namespace Complaints.Measures.Explaining;

/// <summary>
/// From what the clocks ran, for how many complaints. A clock that falls back on another day, as its own is not recorded, can turn a share
/// in time round: the reader must know for how many it did.
/// </summary>
internal static class ClockStarts
{
    /// <summary>Reads the starts for a figure that due days decide; for others there is nothing to read.</summary>
    internal static async Task<IReadOnlyList<ClockStartCount>> ReadAsync(
        ISnapshot snapshot, ISqlDialect dialect, ResolvedQuery query, MeasureDefinition measure, CancellationToken ct)
    {
        if (!measure.DependsOnExtensions)
        {
            return [];
        }

        Condition which = Condition.And(
            [measure.Base, .. measure.PopulationRule.Under(query.PolicyFor(measure)).Select(exclusion => Negation.Of(exclusion.When))]);
        RowConditions rows = Planner.Rows(query) with { Period = query.PeriodOf(measure) };
        var found = new List<Started>();
        DbDataReader reader = await snapshot.QueryAsync(
            ClockStartSql.Render(rows, measure.DateRole, which, dialect), ct).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(ct).ConfigureAwait(false))
            {
                found.Add(new Started(
                    reader.GetString(0),
                    Asks(reader.GetString(1)),
                    Origin(reader.GetString(2)),
                    reader.GetString(3),
                    FieldReader.Long(reader, 4)));
            }
        }

        return
        [
            .. found
                .GroupBy(started => (started.Rule, started.Asks, started.From))
                .OrderBy(same => same.Key.Rule, StringComparer.Ordinal)
                .ThenBy(same => same.Key.From)
                .Select(same => new ClockStartCount(
                    same.Key.Rule,
                    ClockOrigins.Words(same.Key.Asks, same.Key.From),
                    same.Sum(started => started.Complaints),
                    same.Key.From is ClockOrigin.NotRecorded or ClockOrigin.AfterAnswer,
                    [.. Missing(same, found)])),
        ];
    }

    /// <summary>Reads the starts for each measure of a query that due days decide.</summary>
    internal static async Task<IReadOnlyList<MeasureClocks>> OfAllAsync(
        ISnapshot snapshot, ISqlDialect dialect, ResolvedQuery query, CancellationToken ct)
    {
        var clocks = new List<MeasureClocks>();
        foreach (MeasureDefinition measure in query.Measures.Where(measure => measure.DependsOnExtensions))
        {
            IReadOnlyList<ClockStartCount> starts = await ReadAsync(snapshot, dialect, query, measure, ct).ConfigureAwait(false);
            clocks.Add(new MeasureClocks(measure.Id, starts));
        }

        return clocks;
    }

    // A column that a source leaves empty now and then is one thing, a column that it does not have another.
    private static IEnumerable<string> Missing(IEnumerable<Started> same, List<Started> all) => same
        .Where(started => started.From == ClockOrigin.NotRecorded && all.TrueForAll(other =>
            other.Source != started.Source
                || other.Asks != started.Asks
                || other.From is ClockOrigin.NotRecorded or ClockOrigin.NoClock))
        .Select(started => started.Source)
        .Distinct()
        .Order(StringComparer.Ordinal);

    private static ClockStart Asks(string word) =>
        Enum.GetValues<ClockStart>().First(start => ClockStartSql.Word(start) == word);

    private static ClockOrigin Origin(string word) =>
        Enum.GetValues<ClockOrigin>().First(origin => ClockStartSql.Word(origin) == word);

    private sealed record Started(string Rule, ClockStart Asks, ClockOrigin From, string Source, long Complaints);
}
