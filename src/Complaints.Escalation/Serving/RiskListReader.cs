using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Escalation.Features;
using Complaints.Warehouse;
using Complaints.Warehouse.Queries;

namespace Complaints.Escalation.Serving;

/// <summary>Reads the risk list that was scored and written.</summary>
public static class RiskListReader
{
    /// <summary>Reads the list.</summary>
    /// <param name="snapshot">The warehouse as published.</param>
    /// <param name="modelVersion">Version of the model in use.</param>
    /// <param name="query">What is asked for.</param>
    /// <param name="cancellationToken">Stops the query in the engine.</param>
    /// <exception cref="UserException">Nothing was scored with the model, or not for the day.</exception>
    public static async Task<RiskList> ReadAsync(ISnapshot snapshot, string modelVersion, RiskListQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(query);
        (DateOnly day, int load) = await DayAsync(snapshot, modelVersion, query.AsOf, cancellationToken).ConfigureAwait(false);
        await RiskListFilter.RequireKnownAsync(snapshot, query, cancellationToken).ConfigureAwait(false);
        List<RiskListEntry> entries = [];
        int atRisk = 0;
        var sql = NamedQuery.Of("risk/scores", ("model_version", modelVersion), ("as_of", day), ("load", load));
        await using DbDataReader reader = await snapshot.QueryAsync(sql, cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            RiskListEntry entry = Entry(reader);
            if (RiskListFilter.Allows(query, entry, Text(reader, 12)))
            {
                atRisk++;
                if (entries.Count < query.Top)
                {
                    entries.Add(entry);
                }
            }
        }

        return new RiskList(modelVersion, day, load, atRisk, [.. entries])
        {
            NewestLoad = await NewestLoadAsync(snapshot, cancellationToken).ConfigureAwait(false),
            HorizonDays = query.HorizonDays,
            HeldBack = await HeldBackAsync(snapshot, query, day, load, cancellationToken).ConfigureAwait(false),
            Lagging = await LaggingAsync(snapshot, day, load, cancellationToken).ConfigureAwait(false),
        };
    }

    private static async Task<(DateOnly Day, int Load)> DayAsync(
        ISnapshot snapshot, string modelVersion, DateOnly? asOf, CancellationToken cancellationToken)
    {
        var sql = NamedQuery.Of("risk/scored_days", ("model_version", modelVersion));
        await using DbDataReader reader = await snapshot.QueryAsync(sql, cancellationToken).ConfigureAwait(false);
        DateOnly? newest = null;
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            DateOnly day = reader.GetFieldValue<DateOnly>(0);
            newest ??= day;
            if (asOf is null || asOf == day)
            {
                return (day, reader.GetInt32(1));
            }
        }

        throw NotScored(modelVersion, asOf, newest);
    }

    private static async Task<int> HeldBackAsync(ISnapshot snapshot, RiskListQuery query, DateOnly day, int load, CancellationToken cancellationToken)
    {
        var sql = NamedQuery.Of("risk/held_back", ("load", load), ("answered_after", day.AddDays(-query.HorizonDays)));
        await using DbDataReader reader = await snapshot.QueryAsync(sql, cancellationToken).ConfigureAwait(false);
        int cases = 0;
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            cases += RiskListFilter.Allows(query, reader.GetString(0), Text(reader, 1)) ? (int)reader.GetInt64(2) : 0;
        }

        return cases;
    }

    private static async Task<ImmutableArray<LaggingSource>> LaggingAsync(ISnapshot snapshot, DateOnly day, int load, CancellationToken cancellationToken)
    {
        var sql = NamedQuery.Of("risk/sources", ("load", load));
        await using DbDataReader reader = await snapshot.QueryAsync(sql, cancellationToken).ConfigureAwait(false);
        ImmutableArray<LaggingSource>.Builder lagging = ImmutableArray.CreateBuilder<LaggingSource>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            DateOnly known = reader.GetFieldValue<DateOnly>(1);
            if (known < day)
            {
                lagging.Add(new LaggingSource(reader.GetString(0), known, CaseHistory.IsCurrent(known, day)));
            }
        }

        return lagging.ToImmutable();
    }

    private static async Task<int> NewestLoadAsync(ISnapshot snapshot, CancellationToken cancellationToken)
    {
        var sql = NamedQuery.Of("risk/newest_load", ("scores_load_set", ScoreStore.LoadSet));
        await using DbDataReader reader = await snapshot.QueryAsync(sql, cancellationToken).ConfigureAwait(false);
        return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? reader.GetInt32(0) : 0;
    }

    private static RiskListEntry Entry(DbDataReader reader)
    {
        // What came after the day up to which the case was known was not known to the list.
        DateOnly known = reader.GetFieldValue<DateOnly>(11);
        DateOnly? responded = Day(reader, 8) is DateOnly on && on <= known ? on : null;
        DateOnly? due = Day(reader, 10) ?? Day(reader, 9);
        return new RiskListEntry
        {
            SourceSystem = reader.GetString(0),
            CaseReference = reader.GetString(1),
            Landlord = reader.GetString(4),
            LandlordName = Text(reader, 5),
            ServiceArea = Text(reader, 6),
            Probability = reader.GetDouble(2),
            ReceivedOn = reader.GetFieldValue<DateOnly>(7),
            RespondedOn = responded,
            DueOn = due,
            KnownTo = known,
            WorkingDaysLeft = responded is null && due is DateOnly last ? WorkingDaySpan.Signed(known, last) : null,
            Reasons = ScoredReason.FromJson(reader.GetString(3)),
        };
    }

    private static string Text(DbDataReader reader, int column) => reader.IsDBNull(column) ? "" : reader.GetString(column);

    private static DateOnly? Day(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateOnly>(column);

    private static UserException NotScored(string modelVersion, DateOnly? asOf, DateOnly? newest) => new(
        asOf is DateOnly day
            ? string.Create(CultureInfo.InvariantCulture, $"Nothing was scored for {day:yyyy-MM-dd} with model {modelVersion}.")
            : $"Nothing was scored with model {modelVersion} yet.",
        where: "as-of day",
        expected: newest is DateOnly known
            ? string.Create(CultureInfo.InvariantCulture, $"a day that was scored; the newest is {known:yyyy-MM-dd}")
            : "a day that was scored",
        fix: "score it with 'complaints risk score --as-of DAY'");
}
