using Complaints.Etl.Conform;
using Complaints.Etl.Extract;
using Complaints.Etl.Mapping;
using Complaints.Warehouse.Loading;

namespace Complaints.Etl.Loading;

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
