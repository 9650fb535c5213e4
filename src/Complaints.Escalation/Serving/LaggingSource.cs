namespace Complaints.Escalation.Serving;

/// <summary>A source system that is known up to an earlier day than that of the list.</summary>
/// <param name="SourceSystem">The source system.</param>
/// <param name="KnownTo">The last day it knew about when the list was made.</param>
/// <param name="IsListed">Whether its cases are listed, as of that day; a source too far behind is left out.</param>
public sealed record LaggingSource(string SourceSystem, DateOnly KnownTo, bool IsListed);
