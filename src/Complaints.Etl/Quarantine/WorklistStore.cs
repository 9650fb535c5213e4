using System.Data.Common;
using Complaints.Domain;
using Complaints.Domain.Homes;
using Complaints.Warehouse;
using Complaints.Warehouse.Queries;

namespace Complaints.Etl.Quarantine;

/// <summary>What an export of the worklist holds.</summary>
/// <param name="Lines">Identifiers to decide on, a line each.</param>
/// <param name="WithoutIdentifier">Rows left out because they have neither identifier, UPRN nor address.</param>
public sealed record WorklistExport(int Lines, int WithoutIdentifier);

/// <summary>
/// Lists the rows whose landlord could not be told, and writes them as a file for a person to review. Only that file, completed with a
/// name and a day and given to a load, turns a suggestion into a match.
/// </summary>
public sealed class WorklistStore(IWarehouse warehouse)
{
    /// <summary>The rules whose rows wait for a person.</summary>
    public static IReadOnlyList<string> Rules { get; } = ["landlord-unmatched", "landlord-ambiguous", NameRule];

    // Of a name no home is accepted but a landlord, in the mapping.
    private const string NameRule = "landlord-name";

    /// <summary>Those whose rows a person decides by accepting a home.</summary>
    public static bool IsOfHomes(string rule) => rule != NameRule && Rules.Contains(rule);

    /// <summary>The open entries, in the order of their files and lines.</summary>
    public async Task<IReadOnlyList<WorklistEntry>> ListAsync(CancellationToken cancellationToken)
    {
        var store = new QuarantineStore(warehouse);
        ILookup<long, WorklistSuggestion> suggestions = await SuggestionsAsync(cancellationToken).ConfigureAwait(false);
        Dictionary<long, (string? Allocator, DateOnly? Day, string? Address)> told =
            await RowsAsync(cancellationToken).ConfigureAwait(false);
        var entries = new List<WorklistEntry>();
        foreach (string rule in Rules)
        {
            IReadOnlyList<QuarantineEntry> rows = await store.ListAsync(
                new QuarantineFilter { RuleId = rule }, cancellationToken).ConfigureAwait(false);
            entries.AddRange(rows.Select(row => new WorklistEntry(row, told.GetValueOrDefault(row.Id).Allocator, [.. suggestions[row.Id]])
            {
                Day = told.GetValueOrDefault(row.Id).Day,
                Address = told.GetValueOrDefault(row.Id).Address,
            }));
        }

        return entries;
    }

    /// <summary>
    /// Writes one line per open identifier, or address where a row has that alone, with the suggested home and no decision: the person
    /// fills in who and when. The home is named as the one to accept from a confidence of <see cref="Limits.WorklistPrefill"/> on. A row
    /// with neither identifier, UPRN nor an address that tells a home has no line: nothing can be decided for it, and only its source can
    /// mend it.
    /// </summary>
    /// <returns>What was written.</returns>
    public async Task<WorklistExport> ExportAsync(TextWriter into, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(into);
        IReadOnlyList<WorklistEntry> entries = await ListAsync(cancellationToken).ConfigureAwait(false);
        string? only = await OnlyAllocatorAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<WorklistEntry> homes = [.. entries.Where(entry => IsOfHomes(entry.Row.RuleId))];
        int lines = await WorklistCsv.WriteAsync(into, homes, only, cancellationToken).ConfigureAwait(false);
        return new WorklistExport(lines, homes.Count(entry => entry.Row.Value is null));
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
                row.GetString(5))
                {
                    Address = row.IsDBNull(6) || row.GetString(6).Length == 0 ? null : row.GetString(6),
                }),
            cancellationToken).ConfigureAwait(false);
        return found.ToLookup(row => row.Id, row => row.Suggestion);
    }

    private async Task<Dictionary<long, (string? Allocator, DateOnly? Day, string? Address)>> RowsAsync(CancellationToken cancellationToken)
    {
        List<(long Id, string? Allocator, DateOnly? Day, string? Address)> found = await ReadAsync(
            "quarantine/worklist_rows",
            row => (
                row.GetInt64(0),
                row.IsDBNull(1) ? null : row.GetString(1),
                row.IsDBNull(2) ? (DateOnly?)null : row.GetFieldValue<DateOnly>(2),
                row.IsDBNull(3) ? null : row.GetString(3)),
            cancellationToken).ConfigureAwait(false);
        return found.DistinctBy(row => row.Id).ToDictionary(row => row.Id, row => (row.Allocator, row.Day, row.Address));
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
