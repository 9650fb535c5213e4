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
    bool MakesRows);

/// <summary>A named aggregate over rows; or the list of the values of a field that they have.</summary>
/// <param name="Name">Its name in the SQL.</param>
/// <param name="Aggregate">What is counted or added up, of which rows.</param>
/// <param name="Values">The field whose values are gathered instead; else null.</param>
internal sealed record PartColumn(string Name, Aggregate Aggregate, FactField? Values = null);

/// <summary>
/// The sum of a part over the groups for which a condition on their keys holds, or how many values of a key the groups have in which the
/// part counts any row, or what is made of the values that the part has gathered in all of them.
/// </summary>
internal sealed record ResultColumn(string Name, PartColumn Part, Condition Groups, FactField? Distinct, ValueStatistic? Statistic);
