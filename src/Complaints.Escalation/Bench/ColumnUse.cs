namespace Complaints.Escalation.Bench;

/// <summary>What became of a column of the file.</summary>
/// <param name="Name">As in the header.</param>
/// <param name="Use">"numeric", "categorical", "words" (a text, of which only the number of words is used) or "not used".</param>
/// <param name="Detail">Number of categories, or why it is not used.</param>
public sealed record ColumnUse(string Name, string Use, string Detail);
