using System.Data.Common;
using Complaints.Warehouse.Queries;
using Complaints.Warehouse.Rows;

namespace Complaints.Warehouse.Loading;

/// <summary>
/// One load: works on a private copy of the warehouse, and either becomes visible as a whole or leaves nothing behind. Disposing it
/// without a commit is a dry run. Not for concurrent use.
/// </summary>
public interface ILoadSession : IAsyncDisposable
{
    /// <summary>The id the load will have; ids count up from 1.</summary>
    int LoadId { get; }

    /// <summary>Adds rows to the staging table of their type.</summary>
    Task AppendAsync<TRow>(IReadOnlyList<TRow> rows, CancellationToken ct)
        where TRow : IWarehouseRow;

    /// <summary>Compares all rows appended since the last merge of their type with what is current, and merges them.</summary>
    /// <remarks>
    /// What a file holds back (<see cref="QuarantineRow"/>) is merged before its other rows: those of its keys are not missing from the
    /// file. Of its counts, added are new entries, and unchanged are rows that were mended before and whose fact stands.
    /// </remarks>
    /// <exception cref="InvalidOperationException">Rows held back were appended and not merged yet.</exception>
    Task<MergeCounts> MergeAsync<TRow>(MergeScope scope, CancellationToken ct)
        where TRow : IWarehouseRow;

    /// <summary>
    /// Settles entries of the quarantine whose mended rows were merged: what loads is replayed, also under another key, and what is held
    /// back again takes the entry's place.
    /// </summary>
    /// <param name="scope">The file that the rows were merged with; entries of other sources are left alone.</param>
    /// <param name="target">The target of the rows.</param>
    /// <param name="entries">The entries that the file names.</param>
    /// <param name="ct">Stops the load.</param>
    Task SettleAsync(MergeScope scope, string target, IReadOnlyList<ReplayedEntry> entries, CancellationToken ct);

    /// <summary>Takes entries of the quarantine off the open ones for good, and keeps who decided so, when and why.</summary>
    /// <exception cref="InvalidOperationException">An entry is not open.</exception>
    Task DismissAsync(IReadOnlyList<DismissedEntry> entries, CancellationToken ct);

    /// <summary>Queries the private copy: what was merged is seen, what was only appended is not.</summary>
    Task<DbDataReader> QueryAsync(SqlQuery query, CancellationToken ct);

    /// <summary>Likewise, by a query that the engine keeps under a name.</summary>
    Task<DbDataReader> QueryAsync(NamedQuery query, CancellationToken ct);

    /// <summary>
    /// For a dry run: what <see cref="PublishResult.StagesInDoubt"/> would say if this was published. Nothing can be merged afterwards.
    /// </summary>
    Task<IReadOnlyDictionary<string, long>> StagesInDoubtAsync(LoadSummary summary, CancellationToken ct);

    /// <summary>Checks the control totals, then publishes. The session can only be disposed afterwards.</summary>
    /// <exception cref="ReconciliationException">A control total does not add up; nothing was published.</exception>
    Task<PublishResult> CommitAsync(LoadSummary summary, CancellationToken ct);
}

/// <summary>What the rows that are merged belong to.</summary>
/// <param name="SourceSystem">The system they come from; part of every fact's key.</param>
/// <param name="Mode">Whether rows that are missing were withdrawn.</param>
/// <param name="FileName">
/// The file they were read from, without its folder; unique among the files of a load (for a sheet, "book.xlsx#Sheet"), because rows read
/// are counted by it.
/// </param>
/// <remarks>
/// <see cref="LoadMode.Full"/> withdraws what no file of the same load named. Where several files of one load together state all rows of
/// a source and target, merge all but the last as <see cref="LoadMode.Incremental"/> and the last as <see cref="LoadMode.Full"/>.
/// Landlords, homes at year end and published figures of other sources are never restated or withdrawn; a home that is missing from a full
/// register ends at the extract date.
/// </remarks>
public sealed record MergeScope(string SourceSystem, LoadMode Mode, string FileName)
{
    /// <summary>
    /// Whether each row states all stages of its complaint: a stage that the source gave before and the row lacks is withdrawn, also where
    /// <see cref="LoadMode.Incremental"/> says nothing of complaints that are missing.
    /// </summary>
    public bool StatesWholeCases { get; init; }

    /// <summary>
    /// Whether what another source states of landlords, stock or published figures becomes this source's. Else it stays as the other states
    /// it, and rows about it are unchanged.
    /// </summary>
    public bool TakesOver { get; init; }
}

/// <summary>An entry of the quarantine whose mended row was read again.</summary>
/// <param name="QuarantineId">The entry.</param>
/// <param name="Loaded">Whether the row loads now; false when it is held back again.</param>
public sealed record ReplayedEntry(long QuarantineId, bool Loaded);

/// <summary>A person's decision to leave out a row that is held back.</summary>
/// <param name="QuarantineId">The entry.</param>
/// <param name="By">Who decided.</param>
/// <param name="Reason">Why.</param>
public sealed record DismissedEntry(long QuarantineId, string By, string Reason);
