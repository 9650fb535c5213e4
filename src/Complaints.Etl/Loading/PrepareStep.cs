using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Etl.Assign;
using Complaints.Etl.Mapping;
using Complaints.Warehouse;
using Complaints.Warehouse.Loading;

namespace Complaints.Etl.Loading;

/// <summary>
/// Reads what a load is made of, but for the data of mapped files: the load set, the mappings, the decisions, the built-in layouts.
/// </summary>
internal static class PrepareStep
{
    /// <exception cref="UserException">One of them is not sound.</exception>
    internal static async Task<LoadContext> RunAsync(
        LoadRequest request, IWarehouse warehouse, TimeProvider clock, PseudonymKey key, CancellationToken cancellationToken)
    {
        LoadSet set = await ReadSetAsync(request, warehouse, clock, cancellationToken).ConfigureAwait(false);
        RefuseFuture(set, request, clock);
        ReviewedFile? review = request.AcceptedReferences is string path
            ? await ReviewedReferences.ReadAsync(path, OrderOfDays(set), cancellationToken).ConfigureAwait(false)
            : null;
        var files = new List<LoadFile>(set.Files.Count);
        foreach (LoadSetEntry entry in set.Files)
        {
            BuiltInFile? builtIn = entry.Mapping is null
                ? await BuiltInStep.ReadAsync(entry, cancellationToken).ConfigureAwait(false)
                : null;
            files.Add(new LoadFile(entry, files.Count + 1, ModeOf(set.Files, files.Count)) { BuiltIn = builtIn });
        }

        return new LoadContext
        {
            Request = request,
            Set = set,
            Clock = clock,
            Key = key,
            Guard = new LoadGuard(request),
            Files = files,
            Review = review,
        };
    }

    // Days are counted from it in both directions, and everything due would be late.
    private static void RefuseFuture(LoadSet set, LoadRequest request, TimeProvider clock)
    {
        DateOnly today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (set.ExtractDate.DayNumber - today.DayNumber > Limits.ExtractAheadDays)
        {
            throw new UserException(
                FormattableString.Invariant($"The extract is dated {set.ExtractDate:yyyy-MM-dd}, and today is {today:yyyy-MM-dd}."),
                request.Path,
                "the last day the extract knows about",
                "correct 'extract_date' in the manifest or --extract-date; if the day is right, set the machine's clock");
        }
    }

    // Of files that together are a full extract, the last withdraws what none of them has.
    private static LoadMode ModeOf(IReadOnlyList<LoadSetEntry> entries, int index)
    {
        if (entries[index].Mapping is not MappingFile mapping)
        {
            return LoadMode.Incremental;
        }

        bool isLast = !entries.Skip(index + 1).Any(entry =>
            entry.Mapping is MappingFile later && later.System == mapping.System && later.RowTarget == mapping.RowTarget);
        return isLast ? mapping.Mode : LoadMode.Incremental;
    }

    // A person writes days as the extract's own people do.
    private static DateOrder OrderOfDays(LoadSet set) =>
        set.Files.FirstOrDefault(entry => entry.Mapping?.Landlord is { ThroughProperty: true })?.Mapping?.DateOrder ?? DateOrder.Dmy;

    private static async Task<LoadSet> ReadSetAsync(
        LoadRequest request, IWarehouse warehouse, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (request.Mapping is not string mapping)
        {
            LoadSet set = LoadSetReader.Read(request.Path);
            return request.ExtractDate is DateOnly date ? set with { ExtractDate = date } : set;
        }

        string data = Path.GetFullPath(request.Path);
        DateOnly extractDate = request.ExtractDate ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (mapping.StartsWith(LoadSetReader.BuiltInPrefix, StringComparison.Ordinal))
        {
            return new LoadSet(mapping, extractDate, [new LoadSetEntry(data, null, mapping)]);
        }

        MappingFile read = MappingReader.Read(Path.GetFullPath(mapping));
        if (request.Replay)
        {
            read = read with { Mode = LoadMode.Incremental, Read = new Extract.ReadOptions { IsOwnExport = true } };
            extractDate = request.ExtractDate ?? await NewestAsync(read, warehouse, cancellationToken).ConfigureAwait(false) ?? extractDate;
        }

        return new LoadSet(read.Id, extractDate, [new LoadSetEntry(data, read, null)]);
    }

    // Mended rows are rows of an extract that is loaded already: they know no later day than it.
    private static async Task<DateOnly?> NewestAsync(MappingFile mapping, IWarehouse warehouse, CancellationToken cancellationToken)
    {
        ISnapshot snapshot = await warehouse.OpenSnapshotAsync(cancellationToken).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            return await SourceLoads.DayAsync(
                snapshot.QueryAsync(SourceLoads.Newest(mapping), cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }
}
