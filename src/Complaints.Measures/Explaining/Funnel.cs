namespace Complaints.Measures.Explaining;

/// <summary>
/// How a count comes about: all complaints of the filters and days, less what each condition leaves out, in order. Every step's remainder
/// is the one before less what it left out, down to what stands in the figure.
/// </summary>
/// <param name="Of">What it leads to: "figure", or of a ratio of two populations "denominator" and "numerator".</param>
/// <param name="Start">What it begins with, in words.</param>
/// <param name="All">How many those are.</param>
/// <param name="Steps">The conditions, in the order in which they are tested.</param>
/// <param name="Stops">Where parts of the figure are reached.</param>
public sealed record Funnel(
    string Of, string Start, long All, IReadOnlyList<FunnelStep> Steps, IReadOnlyList<FunnelStop> Stops);

/// <summary>One condition of a funnel.</summary>
/// <param name="Reason">Id of the population rule's reason: "not_tenant"; empty for a condition of the measure.</param>
/// <param name="LeavesOut">What it leaves out, in words.</param>
/// <param name="LeftOut">How many of those that were left.</param>
/// <param name="Remaining">How many remain.</param>
public sealed record FunnelStep(string Reason, string LeavesOut, long LeftOut, long Remaining);

/// <summary>A part of the figure that a funnel reaches.</summary>
/// <param name="Part">Its word: denominator, numerator.</param>
/// <param name="AfterSteps">After how many steps.</param>
/// <param name="Count">How many complaints it is.</param>
public sealed record FunnelStop(string Part, int AfterSteps, long Count);
