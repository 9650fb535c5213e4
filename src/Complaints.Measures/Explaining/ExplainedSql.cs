namespace Complaints.Measures.Explaining;

/// <summary>A query with the values of its parameters, as text.</summary>
/// <param name="Text">The SQL.</param>
/// <param name="Parameters">Names and values, in order.</param>
public sealed record ExplainedSql(string Text, IReadOnlyList<ExplainedParameter> Parameters);

/// <summary>A value of a query.</summary>
/// <param name="Name">The name by which it stands in the text, without the engine's sign.</param>
/// <param name="Value">The value; a day as 2024-04-01.</param>
public sealed record ExplainedParameter(string Name, string Value);
