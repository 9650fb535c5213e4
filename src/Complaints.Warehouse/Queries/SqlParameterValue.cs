namespace Complaints.Warehouse.Queries;

/// <summary>A named value of a query.</summary>
/// <param name="Name">Name without the dialect's sign, e.g. "p0".</param>
/// <param name="Value">
/// Null, <see cref="bool"/>, <see cref="int"/>, <see cref="long"/>, <see cref="decimal"/>, <see cref="double"/>, <see cref="string"/> or
/// <see cref="DateOnly"/>.
/// </param>
public sealed record SqlParameterValue(string Name, object? Value);
