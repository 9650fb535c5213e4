namespace Complaints.Etl.Quarantine;

/// <summary>What an export of the worklist holds.</summary>
/// <param name="Lines">Identifiers to decide on, a line each.</param>
/// <param name="WithoutIdentifier">Rows left out because they have neither identifier nor UPRN.</param>
public sealed record WorklistExport(int Lines, int WithoutIdentifier);
