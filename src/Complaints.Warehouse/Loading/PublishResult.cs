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
    IReadOnlyList<ReconciliationControl> Controls)
{
    /// <summary>
    /// Stages that this load put in doubt, because it restated the homes that they lean on: how many of which source system.
    /// </summary>
    public IReadOnlyDictionary<string, long> StagesInDoubt { get; init; } = new Dictionary<string, long>();
}
