using System.Data.Common;
using Complaints.Domain.Homes;
using Complaints.Domain.Text;
using Complaints.Warehouse;
using Complaints.Warehouse.Queries;

namespace Complaints.Etl.Quarantine;

/// <summary>A row whose landlord a person must decide, with what it could be, best first.</summary>
/// <param name="Row">The row held back.</param>
/// <param name="Allocator">
/// Who gave out the row's identifier; null where an earlier version, which did not keep it, held the row back.
/// </param>
/// <param name="Suggestions">
/// Homes and landlords it could belong to; a suggestion without a home only says which figures are incomplete.
/// </param>
public sealed record WorklistEntry(QuarantineEntry Row, string? Allocator, IReadOnlyList<WorklistSuggestion> Suggestions);

/// <summary>A home or landlord that a worklist row could belong to.</summary>
/// <param name="Landlord">The landlord.</param>
/// <param name="PropertyReference">The home's own reference; null where no home is suggested.</param>
/// <param name="PropertyAllocator">Who gave that reference out.</param>
/// <param name="Score">0 to 1; higher is nearer. It ranks and decides nothing.</param>
/// <param name="Why">What speaks for it.</param>
public sealed record WorklistSuggestion(
    LandlordCode Landlord, string? PropertyReference, string? PropertyAllocator, decimal Score, string Why);

/// <summary>What an export of the worklist holds.</summary>
/// <param name="Lines">Identifiers to decide on, a line each.</param>
/// <param name="WithoutIdentifier">Rows left out because they have neither identifier nor UPRN.</param>
public sealed record WorklistExport(int Lines, int WithoutIdentifier);

/// <summary>
/// Lists the rows whose landlord could not be told, and writes them as a file for a person to review. Only that file, completed with a
/// name and a day and given to a load, turns a suggestion into a match.
/// </summary>
public sealed class WorklistStore(IWarehouse warehouse)
{
    /// <summary>The rules whose rows wait for a person.</summary>
    public static IReadOnlyList<string> Rules { get; } = ["landlord-unmatched", "landlord-ambiguous"];

    /// <summary>The open entries, in the order of their files and lines.</summary>
    public async Task<IReadOnlyList<WorklistEntry>> ListAsync(CancellationToken cancellationToken)
    {
        var store = new QuarantineStore(warehouse);
        ILookup<long, WorklistSuggestion> suggestions = await SuggestionsAsync(cancellationToken).ConfigureAwait(false);
        Dictionary<long, string> allocators = await AllocatorsAsync(cancellationToken).ConfigureAwait(false);
        var entries = new List<WorklistEntry>();
        foreach (string rule in Rules)
        {
            IReadOnlyList<QuarantineEntry> rows = await store.ListAsync(
                new QuarantineFilter { RuleId = rule }, cancellationToken).ConfigureAwait(false);
            entries.AddRange(rows.Select(row => new WorklistEntry(row, allocators.GetValueOrDefault(row.Id), [.. suggestions[row.Id]])));
        }

        return entries;
    }

    /// <summary>
    /// Writes one line per open identifier, with the best suggested home and no decision: the person fills in who and when. A row with
    /// neither identifier nor UPRN has no line: nothing can be decided for it, and only its source can mend it.
    /// </summary>
    /// <returns>What was written.</returns>
    public async Task<WorklistExport> ExportAsync(TextWriter into, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(into);
        IReadOnlyList<WorklistEntry> entries = await ListAsync(cancellationToken).ConfigureAwait(false);
        string? only = await OnlyAllocatorAsync(cancellationToken).ConfigureAwait(false);
        await into.WriteLineAsync("allocator,identifier,property_reference,property_allocator,valid_from,accepted_by,accepted_on,_suggested_landlord,_score,_why".AsMemory(), cancellationToken).ConfigureAwait(false);
        int lines = 0;
        foreach ((WorklistEntry entry, string allocator) in entries
            .Where(entry => entry.Row.Value is not null)
            .Select(entry => (entry, Allocator: entry.Allocator ?? only ?? entry.Row.SourceSystem))
            .DistinctBy(line => (line.Allocator, line.entry.Row.Value)))
        {
            WorklistSuggestion? best = entry.Suggestions.FirstOrDefault(suggestion => suggestion.PropertyReference is not null);
            string[] cells =
            [
                allocator,
                entry.Row.Value!,
                best?.PropertyReference ?? "",
                best?.PropertyAllocator ?? "",
                "",
                "",
                "",
                best?.Landlord.Value ?? "", best?.Score.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "", best?.Why ?? "",
            ];
            await into.WriteLineAsync(CsvLine.Of(cells).AsMemory(), cancellationToken).ConfigureAwait(false);
            lines++;
        }

        return new WorklistExport(lines, entries.Count(entry => entry.Row.Value is null));
    }

    private async Task<ILookup<long, WorklistSuggestion>> SuggestionsAsync(CancellationToken cancellationToken)
    {
        List<(long Id, WorklistSuggestion Suggestion)> found = await ReadAsync(
            "quarantine/suggestions",
            row => (row.GetInt64(0), new WorklistSuggestion(
                LandlordCode.Parse(row.GetString(1)),
                row.IsDBNull(2) ? null : row.GetString(2),
                row.IsDBNull(3) ? null : row.GetString(3),
                row.GetDecimal(4),
                row.GetString(5))),
            cancellationToken).ConfigureAwait(false);
        return found.ToLookup(row => row.Id, row => row.Suggestion);
    }

    private async Task<Dictionary<long, string>> AllocatorsAsync(CancellationToken cancellationToken)
    {
        List<(long Id, string Allocator)> found = await ReadAsync(
            "quarantine/worklist_allocators", row => (row.GetInt64(0), row.GetString(1)), cancellationToken).ConfigureAwait(false);
        return found.DistinctBy(row => row.Id).ToDictionary(row => row.Id, row => row.Allocator);
    }

    // Of a row that an earlier version held back, who gave its identifier out is not known; where a single system did, it was that one.
    private async Task<string?> OnlyAllocatorAsync(CancellationToken cancellationToken)
    {
        List<string> allocators = await ReadAsync(
            "quarantine/link_allocators", row => row.GetString(0), cancellationToken).ConfigureAwait(false);
        return allocators.Count == 1 ? allocators[0] : null;
    }

    private async Task<List<T>> ReadAsync<T>(string name, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        ISnapshot snapshot = await warehouse.OpenSnapshotAsync(cancellationToken).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            var found = new List<T>();
            DbDataReader rows = await snapshot.QueryAsync(NamedQuery.Of(name), cancellationToken).ConfigureAwait(false);
            await using (rows.ConfigureAwait(false))
            {
                while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    found.Add(read(rows));
                }
            }

            return found;
        }
    }
}
