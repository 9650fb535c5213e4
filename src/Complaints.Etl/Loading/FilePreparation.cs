using Complaints.Etl.Conform;
using Complaints.Etl.Extract;
using Complaints.Etl.Mapping;
using Complaints.Warehouse.Loading;

namespace Complaints.Etl.Loading;

/// <summary>Looks through all files of a load set before the warehouse is touched: most refusals happen here, at no cost.</summary>
internal sealed class FilePreparation(TimeProvider clock, LoadGuard guard)
{
    private readonly Dictionary<string, Stage1Index> _stage1 = new(StringComparer.Ordinal);

    /// <summary>The complaints with a stage 1 in the files of a source system.</summary>
    internal Stage1Index Stage1Of(string system)
    {
        if (!_stage1.TryGetValue(system, out Stage1Index? index))
        {
            _stage1[system] = index = new Stage1Index();
        }

        return index;
    }

    internal async Task<IReadOnlyList<PreparedFile>> RunAsync(
        IReadOnlyList<LoadSetEntry> entries,
        Action<LoadProgress> report,
        CancellationToken cancellationToken)
    {
        var prepared = new List<PreparedFile>(entries.Count);
        for (int i = 0; i < entries.Count; i++)
        {
            if (entries[i].Mapping is MappingFile mapping)
            {
                LoadMode mode = IsLastOfItsKind(entries, i) ? mapping.Mode : LoadMode.Incremental;
                prepared.Add(await PrepareAsync(entries[i].DataPath, mapping, mode, i + 1, entries.Count, report, cancellationToken).ConfigureAwait(false));
            }
        }

        return prepared;
    }

    private async Task<PreparedFile> PrepareAsync(
        string path,
        MappingFile mapping,
        LoadMode mode,
        int number,
        int count,
        Action<LoadProgress> report,
        CancellationToken cancellationToken)
    {
        long start = clock.GetTimestamp();
        ITable table = await TableFile.OpenAsync(path, mapping.Read, cancellationToken).ConfigureAwait(false);
        await using (table.ConfigureAwait(false))
        {
            string name = table.Info.FileName;
            FileScan scan = await FileScan.RunAsync(
                mapping,
                table,
                Stage1Of(mapping.System),
                guard.HeldBack(path),
                rows => report(new LoadProgress(LoadPhase.Scanning, name, number, count, rows, null)),
                cancellationToken).ConfigureAwait(false);
            if (scan.Rows == 0)
            {
                throw Refusal.Of(
                    path,
                    "The file has a header and no rows.",
                    "at least one row: an empty file would withdraw everything that was loaded from it",
                    "check the export's filter; leave the file out of the load set when there is nothing to say");
            }

            return new PreparedFile(path, mapping, table.Info, scan, mode, clock.GetElapsedTime(start));
        }
    }

    private static bool IsLastOfItsKind(IReadOnlyList<LoadSetEntry> entries, int index)
    {
        MappingFile mapping = entries[index].Mapping!;
        return !entries.Skip(index + 1).Any(entry =>
            entry.Mapping is MappingFile later && later.System == mapping.System && Rows(later.Target) == Rows(mapping.Target));
    }

    private static LoadTarget Rows(LoadTarget target) => target == LoadTarget.Complaint ? LoadTarget.Stage : target;
}

/// <summary>A file that was looked through to its end and can be loaded.</summary>
/// <param name="Path">The data file.</param>
/// <param name="Mapping">Its mapping.</param>
/// <param name="Info">What the first pass found out.</param>
/// <param name="Scan">Its copies and conflicts.</param>
/// <param name="Mode">
/// How to merge it. Files of a full load set that share source and rows are merged as incremental but for the last, which then withdraws
/// what none of them held.
/// </param>
/// <param name="ScanTime">Time of the first pass.</param>
internal sealed record PreparedFile(
    string Path,
    MappingFile Mapping,
    TableInfo Info,
    FileScan Scan,
    LoadMode Mode,
    TimeSpan ScanTime);
