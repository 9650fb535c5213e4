namespace Complaints.Etl.Loading;

/// <summary>How far a load is.</summary>
/// <param name="Phase">What it is doing.</param>
/// <param name="FileName">The file; empty when publishing.</param>
/// <param name="FileNumber">The file's number, from 1.</param>
/// <param name="FileCount">The files of the load.</param>
/// <param name="Rows">Rows of the file done in this phase.</param>
/// <param name="TotalRows">Rows of the file; null while that is not known.</param>
public sealed record LoadProgress(LoadPhase Phase, string FileName, int FileNumber, int FileCount, long Rows, long? TotalRows);
