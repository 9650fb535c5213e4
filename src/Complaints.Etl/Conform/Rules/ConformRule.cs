namespace Complaints.Etl.Conform.Rules;

/// <summary>A rule of Conform: either it holds a row back, or it corrects the row and says so.</summary>
/// <param name="Id">Stable id in kebab case; stored with every quarantined row.</param>
/// <param name="Corrects">True: the row loads and the correction is counted. False: the row goes to quarantine.</param>
/// <param name="Summary">What the rule is about, in a sentence.</param>
public sealed record ConformRule(string Id, bool Corrects, string Summary)
{
    /// <summary>Its place in the catalogue: of several faults of a row, the first in this order names the quarantine entry.</summary>
    internal int Order { get; init; }
}
