namespace Complaints.Etl.Mapping;

/// <summary>Files that are loaded together, in order, all or nothing.</summary>
/// <param name="Name">The load set's name.</param>
/// <param name="ExtractDate">The last day the extract knows about.</param>
/// <param name="Files">The files.</param>
public sealed record LoadSet(string Name, DateOnly ExtractDate, IReadOnlyList<LoadSetEntry> Files);
