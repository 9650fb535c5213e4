namespace Complaints.Escalation.Cases;

/// <summary>An extract of a source system.</summary>
/// <param name="SourceSystem">The source system.</param>
/// <param name="Load">The load that brought it.</param>
/// <param name="ExtractDate">The last day it knows about.</param>
/// <param name="BroughtComplaints">Whether complaints were among its rows, and not all of them held back.</param>
/// <param name="KnownTo">The last day that the source's complaints know about as they stood after it; null where it brought none.</param>
internal sealed record SourceExtract(string SourceSystem, int Load, DateOnly ExtractDate, bool BroughtComplaints, DateOnly? KnownTo);
