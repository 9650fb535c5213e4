namespace Complaints.Etl.Conform.Rules;

/// <summary>One fault of a row.</summary>
/// <param name="Rule">The rule that found it.</param>
/// <param name="Column">The column it is in; null for the row as a whole.</param>
/// <param name="Value">The offending value.</param>
/// <param name="Expected">What would have been accepted.</param>
/// <param name="Hint">What the user can do.</param>
internal sealed record RowFault(ConformRule Rule, string? Column, string? Value, string Expected, string Hint);
