namespace Complaints.Warehouse;

/// <summary>What a migration did.</summary>
/// <param name="Created">Whether there was no warehouse before.</param>
/// <param name="Applied">Names of the scripts that were applied, in order.</param>
/// <param name="Generation">The generation published now.</param>
public sealed record MigrationReport(bool Created, IReadOnlyList<string> Applied, int Generation)
{
    /// <summary>Whether anything was done.</summary>
    public bool Changed => Created || Applied.Count > 0;
}
