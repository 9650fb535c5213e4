using System.Data.Common;
using System.Globalization;
using Complaints.Domain;
using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Domain.Time;
using Complaints.Warehouse;
using Complaints.Warehouse.Queries;

namespace Complaints.Etl.History;

/// <summary>
/// Tells what was loaded when and what each load changed, from the recorded versions of the facts: a figure that differs from last month's
/// has its cause here.
/// </summary>
public sealed class LoadHistory(IWarehouse warehouse)
{
    /// <summary>The loads, newest first.</summary>
    /// <param name="reader">Who asks.</param>
    /// <param name="ct">Stops reading.</param>
    /// <exception cref="UserException">There is no warehouse, or the reader may not see every landlord's cases.</exception>
    public async Task<IReadOnlyList<PastLoad>> ListAsync(Principal reader, CancellationToken ct)
    {
        Require(reader, "The list of loads");
        ISnapshot snapshot = await warehouse.OpenSnapshotAsync(ct).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            return await LoadsAsync(snapshot, load: null, ct).ConfigureAwait(false);
        }
    }

    /// <summary>What a load changed.</summary>
    /// <param name="load">Its number.</param>
    /// <param name="caseReference">
    /// A case, of which every field is told; null for the first <see cref="Limits.ChangesShown"/> stages.
    /// </param>
    /// <param name="reader">Who asks.</param>
    /// <param name="ct">Stops reading.</param>
    /// <exception cref="UserException">
    /// There is no such load, it did nothing to the case, or the reader may not see every landlord's cases.
    /// </exception>
    public async Task<LoadChanges> ShowAsync(int load, string? caseReference, Principal reader, CancellationToken ct)
    {
        Require(reader, "What a load changed");
        ISnapshot snapshot = await warehouse.OpenSnapshotAsync(ct).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            PastLoad past = await LoadsAsync(snapshot, load, ct).ConfigureAwait(false) is [PastLoad one]
                ? one
                : throw NoSuch(load, snapshot.Info.LastLoadId);
            List<(RuleCount Count, bool Settled)> held = await HeldBackAsync(snapshot, load, ct).ConfigureAwait(false);
            var stages = new StageChanges(caseReference is null ? Limits.ChangesShown : int.MaxValue);
            NamedQuery changed = NamedQuery.Of("loads/changed_stages", ("load", load), ("case_reference", caseReference));
            DbDataReader rows = await snapshot.QueryAsync(changed.For(reader.Scope), ct).ConfigureAwait(false);
            await using (rows.ConfigureAwait(false))
            {
                while (await rows.ReadAsync(ct).ConfigureAwait(false))
                {
                    stages.Add(rows);
                }
            }

            if (caseReference is not null && stages.Changes.Count == 0)
            {
                throw new UserException(
                    $"Load {load} did nothing to a case '{caseReference}'.",
                    where: "--case",
                    expected: "the reference of a case that the load added, changed, withdrew or closed, as its source writes it",
                    fix: "leave it out to see the first of them, or look at other loads ('complaints loads')");
            }

            return new LoadChanges
            {
                Load = past,
                HeldBack = [.. held.Where(count => !count.Settled).Select(count => count.Count)],
                Settled = [.. held.Where(count => count.Settled).Select(count => count.Count)],
                Homes = caseReference is null ? await StockAsync(snapshot, load, reader.Scope, ct).ConfigureAwait(false) : [],
                Records = caseReference is null ? await RecordsAsync(snapshot, load, ct).ConfigureAwait(false) : [],
                Stages = stages.ByFate,
                Fields = stages.ByField,
                Changes = stages.Changes,
            };
        }
    }

    private static async Task<IReadOnlyList<PastLoad>> LoadsAsync(ISnapshot snapshot, int? load, CancellationToken ct)
    {
        var loads = new List<(PastLoad Load, List<PastFile> Files)>();
        DbDataReader rows = await snapshot.QueryAsync(NamedQuery.Of("loads/loads", ("load", load)), ct).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            while (await rows.ReadAsync(ct).ConfigureAwait(false))
            {
                if (loads.Count == 0 || loads[^1].Load.Load != rows.GetInt32(0))
                {
                    var files = new List<PastFile>();
                    loads.Add((Load(rows, files), files));
                }

                if (!await rows.IsDBNullAsync(8, ct).ConfigureAwait(false))
                {
                    loads[^1].Files.Add(File(rows));
                }
            }
        }

        return [.. loads.Select(one => one.Load)];
    }

    private static PastLoad Load(DbDataReader row, List<PastFile> files) => new(
        row.GetInt32(0),
        row.GetString(1),
        row.GetFieldValue<DateOnly>(2),
        row.GetFieldValue<DateTimeOffset>(3),
        new ChangedFacts(row.GetInt64(4), row.GetInt64(5), row.GetInt64(6), row.GetInt64(7)),
        files);

    private static PastFile File(DbDataReader row) => new(
        row.GetString(8),
        row.GetString(9),
        row.GetString(10),
        row.GetString(11),
        row.GetInt64(12),
        row.GetInt64(13),
        row.GetInt64(14),
        row.GetInt64(15),
        row.IsDBNull(16) ? null : row.GetInt32(16));

    private static async Task<List<(RuleCount Count, bool Settled)>> HeldBackAsync(ISnapshot snapshot, int load, CancellationToken ct)
    {
        var counts = new List<(RuleCount, bool)>();
        DbDataReader rows = await snapshot.QueryAsync(NamedQuery.Of("loads/held_back", ("load", load)), ct).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            while (await rows.ReadAsync(ct).ConfigureAwait(false))
            {
                counts.Add((new RuleCount(rows.GetString(0), rows.GetString(1), rows.GetInt64(3)), rows.GetBoolean(2)));
            }
        }

        return counts;
    }

    private static async Task<List<StockChange>> StockAsync(ISnapshot snapshot, int load, LandlordScope scope, CancellationToken ct)
    {
        var changes = new List<StockChange>();
        DbDataReader rows = await snapshot.QueryAsync(
            NamedQuery.Of("loads/changed_stock", ("load", load)).For(scope), ct).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            while (await rows.ReadAsync(ct).ConfigureAwait(false))
            {
                changes.Add(new StockChange(
                    rows.GetString(0),
                    rows.GetString(1),
                    ReportingYear.FromStartYear(Convert.ToInt32(rows.GetValue(2), CultureInfo.InvariantCulture)).ToString(),
                    Homes(rows, 3),
                    Homes(rows, 4)));
            }
        }

        return changes;
    }

    private static async Task<List<RecordChanges>> RecordsAsync(ISnapshot snapshot, int load, CancellationToken ct)
    {
        var counts = new List<(string Target, string Fate, long Count)>();
        DbDataReader rows = await snapshot.QueryAsync(NamedQuery.Of("loads/changed_records", ("load", load)), ct).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            while (await rows.ReadAsync(ct).ConfigureAwait(false))
            {
                counts.Add((rows.GetString(0), rows.GetString(1), rows.GetInt64(2)));
            }
        }

        return
        [
            .. counts
                .GroupBy(count => count.Target, StringComparer.Ordinal)
                .Select(target => new RecordChanges(target.Key, target.ToDictionary(count => count.Fate, count => count.Count))),
        ];
    }

    private static long? Homes(DbDataReader row, int at) =>
        row.IsDBNull(at) ? null : Convert.ToInt64(row.GetValue(at), CultureInfo.InvariantCulture);

    // A file's rows are counted over all landlords, and nobody can tell whose they were.
    private static void Require(Principal reader, string what)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Principal.RequireCases(reader, what);
        if (!reader.Scope.IsAll)
        {
            throw new ForbiddenException(
                $"{what} tells of rows of every landlord.",
                where: "caller",
                expected: "somebody who may see all landlords",
                fix: "ask for a figure and its cases, which are told by landlord");
        }
    }

    private static UserException NoSuch(int load, int last) => new(
        string.Create(CultureInfo.InvariantCulture, $"There is no load {load}."),
        where: "load",
        expected: last == 0 ? "nothing: no load was published yet" : string.Create(CultureInfo.InvariantCulture, $"1 to {last}"),
        fix: "list the loads with 'complaints loads'");
}
