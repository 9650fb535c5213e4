namespace Complaints.Warehouse.Loading;

/// <summary>What a load is known by from its start.</summary>
/// <param name="LoadSet">Name of the load set.</param>
/// <param name="ExtractDate">Data cut-off: the last day the extract knows about.</param>
public sealed record LoadHeader(string LoadSet, DateOnly ExtractDate);
