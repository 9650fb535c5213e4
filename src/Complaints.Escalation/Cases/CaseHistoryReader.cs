using System.Data.Common;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Warehouse;
using Complaints.Warehouse.Queries;

namespace Complaints.Escalation.Cases;

/// <summary>Reads a <see cref="CaseHistory"/> from a published warehouse.</summary>
public static class CaseHistoryReader
{
    /// <summary>Reads stage 1 cases, their requests for stage 2, what the quarantine holds back of them, contacts and actions.</summary>
    /// <param name="snapshot">The warehouse as published.</param>
    /// <param name="options">Which history; null for all loads, as recorded.</param>
    /// <param name="cancellationToken">Stops the queries in the engine.</param>
    /// <exception cref="UserException">
    /// No complaints are loaded, none by that load, or more than <see cref="Limits.RiskCases"/> cases.
    /// </exception>
    public static async Task<CaseHistory> ReadAsync(
        ISnapshot snapshot, HistoryOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        options ??= new HistoryOptions();
        int load = options.KnownAtLoad ?? snapshot.Info.LastLoadId;
        IReadOnlyList<SourceExtract> extracts = await ExtractsAsync(snapshot, load, cancellationToken);
        if (extracts.Count == 0)
        {
            throw new UserException(
                load == 0 ? "Nothing is loaded yet." : $"No load up to {load} brought complaints.",
                expected: "a warehouse with complaints",
                fix: "load an extract with 'complaints load', or ask for a later load");
        }

        HistoryAssembler assembler = new(extracts, options.Mode, load);
        await ForEachAsync(snapshot, "features/stage_one", assembler, assembler.AddVersion, cancellationToken);
        await ForEachAsync(snapshot, "features/stage_two", assembler, assembler.AddEscalation, cancellationToken);
        await ForEachAsync(snapshot, "features/held_back", assembler, assembler.AddHeldBack, cancellationToken);
        await ForEachAsync(snapshot, "features/contacts", assembler, assembler.AddContact, cancellationToken);
        await ForEachAsync(snapshot, "features/actions", assembler, assembler.AddAction, cancellationToken);
        return new CaseHistory(
            assembler.Cases(),
            extracts.Where(e => e.BroughtComplaints)
                .GroupBy(e => e.SourceSystem)
                .ToDictionary(source => source.Key, source => source.MaxBy(e => e.Load)!.KnownTo!.Value))
        {
            HeldBackRowsWithoutCase = assembler.HeldBackRowsWithoutCase,
        };
    }

    private static async Task ForEachAsync(
        ISnapshot snapshot, string name, HistoryAssembler assembler, Action<DbDataReader> add, CancellationToken cancellationToken)
    {
        assembler.Begin();
        var query = NamedQuery.Of(name, ("load", assembler.Load), ("still_current_after", assembler.StillCurrentAfter));
        await using DbDataReader reader = await snapshot.QueryAsync(query, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            add(reader);
        }

        assembler.End();
    }

    private static async Task<IReadOnlyList<SourceExtract>> ExtractsAsync(ISnapshot snapshot, int load, CancellationToken cancellationToken)
    {
        List<SourceExtract> extracts = [];
        var query = NamedQuery.Of("features/loads", ("load", load));
        await using DbDataReader reader = await snapshot.QueryAsync(query, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            extracts.Add(
                new SourceExtract(
                    reader.GetString(0),
                    reader.GetInt32(1),
                    reader.GetFieldValue<DateOnly>(2),
                    reader.GetBoolean(3),
                    reader.IsDBNull(4) ? null : reader.GetFieldValue<DateOnly>(4)));
        }

        return extracts;
    }
}
