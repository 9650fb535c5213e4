using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Queries;

namespace Complaints.Warehouse;

/// <summary>Which state of the warehouse a snapshot shows.</summary>
/// <param name="Generation">Counts up with every publication, loads and migrations alike.</param>
/// <param name="LastLoadId">The newest load in it; 0 when nothing is loaded.</param>
/// <param name="DataCutOff">
/// The latest extract date of the loads of complaints; null when none is loaded. Loads of other things do not move it.
/// </param>
/// <param name="PublishedAt">When it was published.</param>
public sealed record SnapshotInfo(int Generation, int LastLoadId, DateOnly? DataCutOff, DateTimeOffset PublishedAt);
