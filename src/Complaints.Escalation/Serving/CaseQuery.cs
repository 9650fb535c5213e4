namespace Complaints.Escalation.Serving;

/// <summary>Which score is to be taken apart.</summary>
/// <param name="CaseReference">The case.</param>
/// <param name="SourceSystem">Its source; null where the reference alone tells.</param>
/// <param name="AsOf">The day; null for the last one the data know about.</param>
public sealed record CaseQuery(string CaseReference, string? SourceSystem = null, DateOnly? AsOf = null);
