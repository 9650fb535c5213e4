namespace Complaints.Warehouse.Loading;

/// <summary>A published load.</summary>
/// <param name="LoadId">Its id.</param>
/// <param name="Generation">The generation of the warehouse that holds it.</param>
/// <param name="PublishedAt">When it became visible.</param>
/// <param name="Controls">The control totals, all passed.</param>
public sealed record PublishResult(
    int LoadId,
    int Generation,
    DateTimeOffset PublishedAt,
    IReadOnlyList<ReconciliationControl> Controls);
