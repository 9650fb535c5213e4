using Complaints.Etl.Extract;
using Complaints.Etl.Mapping;
using Complaints.Warehouse.Loading;

namespace Complaints.Etl.Loading;

/// <summary>One file of a load, with what the steps found out about it.</summary>
/// <param name="entry">What the load set says.</param>
/// <param name="number">Its number in the load, from 1.</param>
/// <param name="mode">
/// How to merge it. Files of a full load set that share source and rows are merged as incremental but for the last, which then withdraws
/// what none of them held.
/// </param>
internal sealed class LoadFile(LoadSetEntry entry, int number, LoadMode mode)
{
    private TableInfo? _info;
    private FileScan? _scan;

    internal string Path => entry.DataPath;

    internal int Number => number;

    internal LoadMode Mode => mode;

    /// <summary>Whether its layout is known without a mapping.</summary>
    internal bool IsBuiltIn => entry.Mapping is null;

    /// <summary>What was read of a file of a built-in layout; null with a mapping.</summary>
    internal BuiltInFile? BuiltIn { get; init; }

    internal MappingFile Mapping => entry.Mapping ?? throw new InvalidOperationException("A built-in layout has no mapping.");

    /// <summary>What the scan found out about the file.</summary>
    internal TableInfo Info => _info ?? throw new InvalidOperationException("The file was not scanned.");

    /// <summary>Its rows, copies and conflicts.</summary>
    internal FileScan Scan => _scan ?? throw new InvalidOperationException("The file was not scanned.");

    internal TimeSpan ScanTime { get; private set; }

    internal bool HasResidents => entry.Mapping?.Columns.Any(column => column is { Field: "resident_reference", Column: not null }) == true;

    /// <summary>Whether its rows are complaints, in either shape.</summary>
    internal bool HasComplaints => entry.Mapping?.Target is LoadTarget.Stage or LoadTarget.Complaint;

    /// <summary>Whether the landlord of its rows is found through the home.</summary>
    internal bool IsAssigned => entry.Mapping?.Landlord is { ThroughProperty: true };

    /// <summary>Whether the landlord of its rows is told by its name.</summary>
    internal bool IsNamed => entry.Mapping?.Landlord is { NameColumn: not null };

    internal void Scanned(TableInfo info, FileScan scan, TimeSpan time) => (_info, _scan, ScanTime) = (info, scan, time);

    /// <summary>What the warehouse keeps of the file.</summary>
    internal LoadFileSummary Summary(FileOutcome outcome, string? acceptedReferences) => BuiltIn is BuiltInFile builtIn
        ? BuiltInStep.Summary(builtIn, outcome)
        : new LoadFileSummary
        {
            FileName = outcome.FileName,
            Sha256 = Info.Sha256,
            Bytes = Info.Bytes,
            SourceSystem = Mapping.System,
            MappingId = Mapping.Id,
            MappingHash = Mapping.Sha256,
            Target = outcome.Target,
            Mode = Mode,
            RowsRead = outcome.RowsRead,
            RowsLoaded = outcome.RowsLoaded,
            RowsUnchanged = outcome.RowsUnchanged,
            RowsQuarantined = outcome.RowsQuarantined,
            AcceptedReferences = acceptedReferences is string path ? System.IO.Path.GetFileName(path) : null,
            FreshForDays = Mapping.FreshForDays,
            Corrections = outcome.CorrectedByRule,
        };
}
