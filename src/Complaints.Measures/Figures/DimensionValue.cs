namespace Complaints.Measures.Figures;

/// <summary>One coordinate of a figure.</summary>
/// <param name="Dimension">Id of the dimension, or <c>landlord_name</c> after <c>landlord</c>.</param>
/// <param name="Value">The value as printed: a code, a name, or a period; never empty.</param>
public sealed record DimensionValue(string Dimension, string Value);
