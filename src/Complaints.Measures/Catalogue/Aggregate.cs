namespace Complaints.Measures.Catalogue;

/// <summary>
/// A number over rows of a fact: how many rows, the sum of a field over them, how many different values of a key they have, or a number
/// that is made of all values of a field.
/// </summary>
/// <param name="Where">Which rows.</param>
/// <param name="Sum">
/// The field to add up (a <see cref="FieldType.Number"/> or <see cref="FieldType.Amount"/> of the fact); else null.
/// </param>
/// <param name="Distinct">The key whose different values are counted, such as the case of a finding; else null.</param>
/// <param name="Statistic">What is made of all values of a field, such as their median; else null.</param>
public sealed record Aggregate(
    Condition Where, FactField? Sum = null, FactField? Distinct = null, ValueStatistic? Statistic = null)
{
    /// <summary>Whether it is the number of rows, so that the rows can be listed and counted again.</summary>
    public bool IsCount => this is { Sum: null, Distinct: null, Statistic: null };

    /// <summary>Whether the number of a total is the sum of those of its parts.</summary>
    public bool AddsUp => this is { Distinct: null, Statistic: null };
}
