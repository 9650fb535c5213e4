namespace Complaints.Measures.Figures;

/// <summary>What a source knows.</summary>
/// <param name="KnownTo">The day up to which it told what happened.</param>
/// <param name="FreshForDays">Days after it for which its newest extract promises to be fresh; null without a promise.</param>
internal readonly record struct SourceDay(DateOnly KnownTo, int? FreshForDays)
{
    /// <summary>Whether a figure of that day is past the promise: the next extract should have come by then.</summary>
    internal bool IsStaleOn(DateOnly day) => FreshForDays is int days && day.DayNumber > KnownTo.DayNumber + days;
}
