namespace Complaints.Samples.Files;

/// <summary>A data file of a generated load set.</summary>
/// <param name="Name">The file's name within the folder.</param>
/// <param name="Rows">Data rows, headers not counted.</param>
public sealed record GeneratedFile(string Name, long Rows);
