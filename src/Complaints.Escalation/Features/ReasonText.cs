namespace Complaints.Escalation.Features;

/// <summary>For which side a fact can be told without contradicting itself.</summary>
public enum ReasonUse
{
    /// <summary>
    /// Never a reason: an unknown value, or one that says nothing to whoever has to act. Shown where everything is shown.
    /// </summary>
    Aside,

    /// <summary>Only as what raises the risk.</summary>
    Raising,

    /// <summary>Only as what lowers it.</summary>
    Lowering,

    /// <summary>As either: what the complaint is about has no better and worse end.</summary>
    Either,
}

/// <summary>
/// A fact of a case in words, without capital and full stop, and what it can be told for. "3 promises kept" said of a score that it raises
/// would make a reader doubt every other sentence of the list.
/// </summary>
/// <param name="Text">The fact as it stood at the moment: an open case's in the present, an answered one's in the past.</param>
/// <param name="Use">What it can be told for.</param>
public readonly record struct ReasonText(string Text, ReasonUse Use)
{
    /// <summary>Whether it can be told of a contribution.</summary>
    /// <param name="contribution">Log-odds; positive raises the risk.</param>
    public bool Fits(double contribution) =>
        Use == ReasonUse.Either || (contribution > 0 && Use == ReasonUse.Raising) || (contribution < 0 && Use == ReasonUse.Lowering);

    internal static ReasonText Aside(string text) => new(text, ReasonUse.Aside);

    internal static ReasonText Raising(string text) => new(text, ReasonUse.Raising);

    internal static ReasonText Lowering(string text) => new(text, ReasonUse.Lowering);

    internal static ReasonText Either(string text) => new(text, ReasonUse.Either);
}
