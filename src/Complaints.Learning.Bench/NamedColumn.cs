using Complaints.Learning.Table;

namespace Complaints.Learning.Bench;

/// <summary>A feature made of a column of the file.</summary>
/// <param name="Name">The feature's name; the column's own for the first one.</param>
/// <param name="Column">Its values.</param>
internal sealed record NamedColumn(string Name, FeatureColumn Column);
