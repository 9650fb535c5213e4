using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Complaints.Domain.Access;
using Complaints.Domain.Code;
using Complaints.Domain.Errors;
using Complaints.Escalation.Cases;
using Complaints.Warehouse;
using Complaints.Warehouse.Queries;

namespace Complaints.Escalation.Serving;

/// <summary>Reads the risk list that was scored and written.</summary>
/// <param name="snapshot">The warehouse as published.</param>
/// <param name="modelVersion">Version of the model.</param>
/// <param name="horizonDays">Its horizon, in calendar days after the response: which cases held back would be at risk.</param>
public sealed class RiskListReader(ISnapshot snapshot, string modelVersion, int horizonDays)
{
    /// <summary>Reads the list.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="scope">What the reader may see.</param>
    /// <param name="cancellationToken">Stops the query in the engine.</param>
    /// <exception cref="UserException">Nothing was scored with the model, or not for the day.</exception>
    public async Task<RiskList> ReadAsync(RiskListQuery query, LandlordScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(scope);
        (DateOnly day, int load) = await DayAsync(query.AsOf, cancellationToken).ConfigureAwait(false);
        await RiskListFilter.RequireKnownAsync(snapshot, query, scope, cancellationToken).ConfigureAwait(false);
        (
            ImmutableArray<RiskListEntry> entries,
            int atRisk) = await EntriesAsync(query, scope, day, load, cancellationToken).ConfigureAwait(false);
        return new RiskList(modelVersion, day, load, atRisk, entries)
        {
            NewestLoad = await NewestLoadAsync(cancellationToken).ConfigureAwait(false),
            HorizonDays = horizonDays,
            HeldBack = await HeldBackAsync(query, scope, day, load, cancellationToken).ConfigureAwait(false),
            Lagging = await LaggingAsync(scope, day, load, cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<(ImmutableArray<RiskListEntry> Entries, int AtRisk)> EntriesAsync(
        RiskListQuery query, LandlordScope scope, DateOnly day, int load, CancellationToken cancellationToken)
    {
        ImmutableArray<RiskListEntry>.Builder entries = ImmutableArray.CreateBuilder<RiskListEntry>();
        var sql = NamedQuery.Of(
            "risk/scores",
            ("model_version", modelVersion),
            ("as_of", day),
            ("load", load),
            ("landlord", query.Landlord),
            ("service_area", query.ServiceArea),
            ("category", query.Category),
            ("state", query.State switch { CaseState.Open => "open", CaseState.Answered => "answered", _ => null }),
            ("least_probability", query.LeastProbability),
            ("most", (long)query.Top));
        await using DbDataReader reader = await snapshot.QueryAsync(sql.For(scope), cancellationToken).ConfigureAwait(false);
        int atRisk = 0;
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            entries.Add(Entry(reader));
            atRisk = (int)reader.GetInt64(18);
        }

        return (entries.ToImmutable(), atRisk);
    }

    private async Task<(DateOnly Day, int Load)> DayAsync(DateOnly? asOf, CancellationToken cancellationToken)
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

        throw NotScored(asOf, newest);
    }

    private async Task<int> HeldBackAsync(
        RiskListQuery query, LandlordScope scope, DateOnly day, int load, CancellationToken cancellationToken)
    {
        var sql = NamedQuery.Of(
            "risk/held_back",
            ("load", load),
            ("answered_after", day.AddDays(-horizonDays)),
            ("landlord", query.Landlord),
            ("service_area", query.ServiceArea));
        await using DbDataReader reader = await snapshot.QueryAsync(sql.For(scope), cancellationToken).ConfigureAwait(false);
        return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? (int)reader.GetInt64(0) : 0;
    }

    private async Task<ImmutableArray<LaggingSource>> LaggingAsync(
        LandlordScope scope, DateOnly day, int load, CancellationToken cancellationToken)
    {
        var sql = NamedQuery.Of("risk/sources", ("load", load));
        await using DbDataReader reader = await snapshot.QueryAsync(sql.For(scope), cancellationToken).ConfigureAwait(false);
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

    private async Task<int> NewestLoadAsync(CancellationToken cancellationToken)
    {
        var sql = NamedQuery.Of("risk/newest_load", ("scores_load_set", ScoreStore.LoadSet));
        await using DbDataReader reader = await snapshot.QueryAsync(sql, cancellationToken).ConfigureAwait(false);
        return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? reader.GetInt32(0) : 0;
    }

    // The case as it stood on the day up to which it was known, by the rule of its explanation: an acknowledgement that came later starts
    // no clock, and an extension that was agreed later gives no time.
    private static RiskListEntry Entry(DbDataReader reader)
    {
        DateOnly known = reader.GetFieldValue<DateOnly>(9);
        DateOnly received = reader.GetFieldValue<DateOnly>(7);
        Extension extension = new(
            Day(reader, 13),
            Day(reader, 14),
            reader.IsDBNull(15) ? null : reader.GetString(15),
            reader.IsDBNull(16) ? null : reader.GetBoolean(16));
        CaseVersion then = new CaseVersion
        {
            ReceivedOn = received,
            LoggedOn = Day(reader, 11),
            AcknowledgedOn = Day(reader, 12),
            RespondedOn = Day(reader, 8),
            Extension = extension.IsEmpty ? null : extension,
            RuleId = reader.IsDBNull(17) ? CodeRules.For(received).Id : reader.GetString(17),
        }.AsOf(known);
        DateOnly? due = CaseClock.Read(then, known)?.Due;
        return new RiskListEntry
        {
            SourceSystem = reader.GetString(0),
            CaseReference = reader.GetString(1),
            Landlord = reader.GetString(4),
            LandlordName = Text(reader, 5),
            ServiceArea = Text(reader, 6),
            Probability = reader.GetDouble(2),
            ReceivedOn = received,
            RespondedOn = then.RespondedOn,
            DueOn = due,
            KnownTo = known,
            WorkingDaysLeft = then.RespondedOn is null && due is DateOnly last ? WorkingDaySpan.Signed(known, last) : null,
            Reasons = ScoredReason.FromJson(reader.GetString(3)),
        };
    }

    private static string Text(DbDataReader reader, int column) => reader.IsDBNull(column) ? "" : reader.GetString(column);

    private static DateOnly? Day(DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<DateOnly>(column);

    private UserException NotScored(DateOnly? asOf, DateOnly? newest) => new(
        asOf is DateOnly day
            ? string.Create(CultureInfo.InvariantCulture, $"Nothing was scored for {day:yyyy-MM-dd} with model {modelVersion}.")
            : $"Nothing was scored with model {modelVersion} yet.",
        where: "as-of day",
        expected: newest is DateOnly known
            ? string.Create(CultureInfo.InvariantCulture, $"a day that was scored; the newest is {known:yyyy-MM-dd}")
            : "a day that was scored",
        fix: "score it with 'complaints risk score --as-of DAY'");
}
