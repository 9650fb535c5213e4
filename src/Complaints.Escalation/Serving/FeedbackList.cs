using System.Collections.Immutable;

namespace Complaints.Escalation.Serving;

/// <summary>A part of the records.</summary>
/// <param name="Records">Newest first.</param>
/// <param name="Recorded">All that there are among those asked for, before the list was cut.</param>
public sealed record FeedbackList(ImmutableArray<Feedback> Records, int Recorded);
