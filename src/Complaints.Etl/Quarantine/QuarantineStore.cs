using System.Data.Common;
using System.Text;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Etl.Conform.Rules;
using Complaints.Warehouse;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Queries;

namespace Complaints.Etl.Quarantine;

/// <summary>A row held back.</summary>
/// <param name="Id">Its id in the warehouse.</param>
/// <param name="LoadId">The load that held it back.</param>
/// <param name="SourceSystem">Where it came from.</param>
/// <param name="Target">What it would have become.</param>
/// <param name="FileName">The file.</param>
/// <param name="Sheet">The sheet, of a workbook.</param>
/// <param name="Line">The line or row.</param>
/// <param name="RuleId">The rule.</param>
/// <param name="Column">The column of the fault; null for the row as a whole.</param>
/// <param name="Value">The offending value.</param>
/// <param name="Expected">What would have been accepted.</param>
/// <param name="Hint">What can be done.</param>
/// <param name="RowKey">The row's natural key, where it has one.</param>
/// <param name="Raw">The row as a JSON object of column → text.</param>
/// <param name="Status">
/// "open"; "replayed": its row loaded later; "superseded": it was held back again otherwise, or a later full extract no longer has it;
/// "dismissed": a person decided to leave it out.
/// </param>
/// <param name="ResolvedByLoad">The load since which it is no longer open; null while it is.</param>
/// <param name="Dismissal">Who dismissed it, when and why; null unless dismissed.</param>
public sealed record QuarantineEntry(
    long Id,
    int LoadId,
    string SourceSystem,
    string Target,
    string FileName,
    string? Sheet,
    long Line,
    string RuleId,
    string? Column,
    string? Value,
    string Expected,
    string Hint,
    string? RowKey,
    string Raw,
    string Status,
    int? ResolvedByLoad,
    QuarantineDismissal? Dismissal);

/// <summary>Which entries to list or export; a null member means any.</summary>
public sealed record QuarantineFilter
{
    /// <summary>All open entries.</summary>
    public static QuarantineFilter Open { get; } = new();

    /// <summary>The source system.</summary>
    public string? SourceSystem { get; init; }

    /// <summary>The file's name without folder.</summary>
    public string? FileName { get; init; }

    /// <summary>The rule's id.</summary>
    public string? RuleId { get; init; }

    /// <summary>The status: one of <see cref="QuarantineStore.Statuses"/>; null for any.</summary>
    public string? Status { get; init; } = "open";

    /// <summary>The most entries to list; an export always gives all.</summary>
    public int? Limit { get; init; }
}

/// <summary>A person's decision to leave out a row that was held back.</summary>
/// <param name="By">Who decided.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
public sealed record QuarantineDismissal(string By, DateTimeOffset At, string Reason);

/// <summary>Lists the rows held back, and exports them in their own columns so that they can be corrected and loaded again.</summary>
/// <remarks>
/// A corrected export is loaded with the mapping of the original file in incremental mode (<c>complaints quarantine replay</c>); an entry
/// whose row loads, then or with a later extract, is replayed.
/// </remarks>
public sealed class QuarantineStore(IWarehouse warehouse)
{
    /// <summary>Name under which dismissals stand among the loads.</summary>
    public const string DismissalSet = "quarantine-dismissal";

    /// <summary>What an entry can be.</summary>
    public static IReadOnlyList<string> Statuses { get; } = ["open", "replayed", "superseded", "dismissed"];

    /// <summary>The entries, oldest first.</summary>
    /// <exception cref="UserException">There is no warehouse.</exception>
    public async Task<IReadOnlyList<QuarantineEntry>> ListAsync(QuarantineFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ISnapshot snapshot = await warehouse.OpenSnapshotAsync(cancellationToken).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            var entries = new List<QuarantineEntry>();
            DbDataReader rows = await snapshot.QueryAsync(Query(filter), cancellationToken).ConfigureAwait(false);
            await using (rows.ConfigureAwait(false))
            {
                while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    entries.Add(Entry(rows));
                }
            }

            return entries;
        }
    }

    /// <summary>
    /// Writes entries of one file as CSV: the original columns, then <c>_rule,_column,_value,_expected,_hint,_entry</c>, which a mapping
    /// does not refer to; by the last a replay settles the entry that a row came from.
    /// </summary>
    /// <returns>The entries written.</returns>
    /// <exception cref="UserException">No entry fits, or the entries are of several files, whose columns differ.</exception>
    public async Task<int> ExportAsync(QuarantineFilter filter, Stream into, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(into);
        IReadOnlyList<QuarantineEntry> listed = await ListAsync(filter with { Limit = null }, cancellationToken).ConfigureAwait(false);

        // A mark on a complaint that was loaded is no row to mend: its own extract is loaded again.
        List<QuarantineEntry> entries = [.. listed.Where(entry => entry.RuleId != RuleCatalogue.HomeRestated.Id)];
        List<string> files = [.. entries.Select(entry => $"{entry.SourceSystem} {entry.FileName}").Distinct(StringComparer.Ordinal)];
        if (files.Count != 1)
        {
            throw new UserException(
                files.Count == 0 ? "No row in quarantine fits." : $"The rows are of {files.Count} files.",
                "quarantine export",
                "rows of one file, because their columns differ",
                files.Count == 0 ? "list the quarantine to see what is there" : $"name one of: {string.Join(", ", files)}");
        }

        var writer = new StreamWriter(into, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using (writer.ConfigureAwait(false))
        {
            await QuarantineCsv.WriteAsync(writer, entries, cancellationToken).ConfigureAwait(false);
        }

        return entries.Count;
    }

    /// <summary>
    /// Takes open entries off the open ones for good: their rows are left out, and figures are no longer incomplete for them.
    /// </summary>
    /// <param name="ids">The entries.</param>
    /// <param name="by">Who decided so.</param>
    /// <param name="reason">Why; kept with the entry.</param>
    /// <param name="cancellationToken">Stops before anything is published.</param>
    /// <returns>What was published: a dismissal stands among the loads.</returns>
    /// <exception cref="UserException">
    /// The reason is empty or too long, or an entry is not there or not open; nothing was changed.
    /// </exception>
    public async Task<PublishResult> DismissAsync(
        IReadOnlyCollection<long> ids, string by, string reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        if (string.IsNullOrWhiteSpace(by)
            || string.IsNullOrWhiteSpace(reason)
            || by.Length > Limits.TextCharacters
            || reason.Length > Limits.TextCharacters)
        {
            throw new UserException(
                "A dismissal needs the name of a person and a reason.",
                "quarantine dismiss",
                FormattableString.Invariant($"1 to {Limits.TextCharacters:N0} characters each"),
                "say who decided, and why the row is rightly left out");
        }

        await RefuseUnlessOpenAsync(ids, cancellationToken).ConfigureAwait(false);
        DateOnly cutOff;
        ISnapshot snapshot = await warehouse.OpenSnapshotAsync(cancellationToken).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            cutOff = snapshot.Info.DataCutOff ?? DateOnly.MinValue;
        }

        ILoadSession session = await warehouse.BeginLoadAsync(
            new LoadHeader(DismissalSet, cutOff), cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            await session.DismissAsync(
                [.. ids.Distinct().Select(id => new DismissedEntry(id, by.Trim(), reason.Trim()))],
                cancellationToken).ConfigureAwait(false);
            return await session.CommitAsync(new LoadSummary([]), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RefuseUnlessOpenAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        IReadOnlyList<QuarantineEntry> entries = await ListAsync(
            new QuarantineFilter { Status = null }, cancellationToken).ConfigureAwait(false);
        Dictionary<long, string> status = entries.ToDictionary(entry => entry.Id, entry => entry.Status);
        foreach (long id in ids.Where(id => status.GetValueOrDefault(id) != "open"))
        {
            throw new UserException(
                FormattableString.Invariant($"Entry {id} of the quarantine is {status.GetValueOrDefault(id, "not there")}."),
                "quarantine dismiss",
                "the id of an open entry",
                "see 'complaints quarantine list' for the ids");
        }
    }

    private static NamedQuery Query(QuarantineFilter filter) => NamedQuery.Of(
        "quarantine/entries",
        ("source_system", filter.SourceSystem),
        ("file_name", filter.FileName),
        ("rule_id", filter.RuleId),
        ("status", filter.Status),
        ("most", (long)(filter.Limit ?? int.MaxValue)));

    private static QuarantineEntry Entry(DbDataReader row) => new(
        row.GetInt64(0),
        row.GetInt32(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        Text(row, 5),
        row.GetInt64(6),
        row.GetString(7),
        Text(row, 8),
        Text(row, 9),
        row.GetString(10),
        row.GetString(11),
        Text(row, 12),
        row.GetString(13),
        row.GetString(14),
        row.IsDBNull(15) ? null : row.GetInt32(15),
        row.IsDBNull(16) ? null : new QuarantineDismissal(row.GetString(16), row.GetFieldValue<DateTimeOffset>(17), row.GetString(18)));

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
