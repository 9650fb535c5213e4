using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Planning;

/// <summary>
/// One pass over a fact, in two steps: many rows are counted by their keys with few conditions, then the few groups are added up
/// with the many conditions that need only the keys.
/// </summary>
/// <param name="Name">Its name in the SQL.</param>
/// <param name="Fact">What is counted.</param>
/// <param name="Role">The date that puts a row into the period.</param>
/// <param name="Rows">The conditions on every row.</param>
/// <param name="Common">What every one of the columns asks for, tested once.</param>
/// <param name="Keys">The fields that the second step tests.</param>
/// <param name="Counted">The keys whose different values the second step counts.</param>
/// <param name="Parts">What is counted or added up for each group of rows.</param>
/// <param name="Columns">The result.</param>
/// <param name="MakesRows">Whether its groups are rows of the answer; those of a pass that adds to another are among the other's.</param>
internal sealed record FactScan(
    string Name,
    FactTable Fact,
    DateRole Role,
    RowConditions Rows,
    Condition Common,
    IReadOnlyList<FactField> Keys,
    IReadOnlyList<FactField> Counted,
    IReadOnlyList<PartColumn> Parts,
    IReadOnlyList<ResultColumn> Columns,
    bool MakesRows)
{
    /// <summary>
    /// The field whose values the rows are grouped by, so that all of them are known with their numbers; null in a pass that counts.
    /// </summary>
    internal FactField? Values => Columns.Count == 0 ? null : Columns[0].Statistic?.Field;
}

/// <summary>A named aggregate over rows.</summary>
internal sealed record PartColumn(string Name, Aggregate Aggregate);

/// <summary>
/// The sum of a part over the groups for which a condition on their keys holds, or how many values of a key the groups have in which the
/// part counts any row, or what is made of the pass's values.
/// </summary>
internal sealed record ResultColumn(string Name, PartColumn Part, Condition Groups, FactField? Distinct, ValueStatistic? Statistic);
