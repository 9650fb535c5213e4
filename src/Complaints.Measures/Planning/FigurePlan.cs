using System.Globalization;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Planning;

/// <summary>
/// How the figures are computed, before any SQL: each fact is aggregated apart, on the dimensions that it has, and the results are
/// joined on those that they share. Joining facts first would count a home once for each of its landlord's complaints.
/// </summary>
internal sealed record FigurePlan
{
    internal required IReadOnlyList<Dimension> GroupBy { get; init; }

    /// <summary>The conditions on every row that any of the measures counts.</summary>
    internal required RowScope Rows { get; init; }

    /// <summary>One pass over <c>fact_stage</c> for each date role and period that the measures use.</summary>
    internal required IReadOnlyList<StageScan> Scans { get; init; }

    /// <summary>The homes; null when neither a denominator nor a row of the result comes from them.</summary>
    internal required StockScan? Stock { get; init; }

    internal required IReadOnlyList<MeasurePlan> Measures { get; init; }

    /// <summary>Rows that are fetched at most: one more than is given out, so that a cut shows.</summary>
    internal required int FetchRows { get; init; }

    /// <summary>The dimensions on which a pass is aggregated: those asked for, and the year where homes are joined by it.</summary>
    internal IReadOnlyList<Dimension> ScanDimensions => JoinsHomesByHiddenYear ? [.. GroupBy, Dimensions.ReportingYear] : GroupBy;

    /// <summary>
    /// A quarter or a month has its year's homes, so the year is carried along; it adds no rows, because the shorter period determines it.
    /// </summary>
    internal bool JoinsHomesByHiddenYear => Stock is not null
        && GroupBy.Any(dimension => dimension.IsPeriod)
        && !GroupBy.Contains(Dimensions.ReportingYear);

    /// <summary>Whether homes without complaints make rows: only where the stock knows every dimension asked for.</summary>
    internal bool StockMakesRows => Stock is not null && GroupBy.All(dimension => dimension.IsOfStock);
}

/// <summary>The conditions that every row read must meet, whatever the measure.</summary>
internal sealed record RowScope
{
    internal required Period Period { get; init; }

    internal required DateOnly AsAt { get; init; }

    internal required Access.LandlordScope Landlords { get; init; }

    internal required IReadOnlyList<ResolvedFilter> Filters { get; init; }

    /// <summary>Null: the current rows.</summary>
    internal required int? KnownAtLoad { get; init; }
}

/// <summary>
/// One pass over <c>fact_stage</c>, in two steps: many rows are counted by their keys with few conditions, then the few groups are added up
/// with the many conditions that need only the keys.
/// </summary>
/// <param name="Name">Its name in the SQL.</param>
/// <param name="Role">The date that puts a row into the period.</param>
/// <param name="Rows">The conditions on every row.</param>
/// <param name="Common">What every one of the columns asks for, tested once.</param>
/// <param name="Keys">The fields that the second step tests.</param>
/// <param name="Parts">What is counted or added up for each group of rows.</param>
/// <param name="Columns">The result.</param>
internal sealed record StageScan(
    string Name,
    DateRole Role,
    RowScope Rows,
    Condition Common,
    IReadOnlyList<StageField> Keys,
    IReadOnlyList<PartColumn> Parts,
    IReadOnlyList<ResultColumn> Columns);

/// <summary>A named aggregate over rows.</summary>
internal sealed record PartColumn(string Name, Aggregate Aggregate);

/// <summary>The sum of a part over the groups for which a condition on their keys holds.</summary>
internal sealed record ResultColumn(string Name, string Part, Condition Groups);

/// <summary>One pass over <c>fact_stock</c>: the homes at the year's end of LCRA and LCHO.</summary>
internal sealed record StockScan(string Name, RowScope Rows, IReadOnlyList<Dimension> Dimensions)
{
    internal const string Homes = "homes";
}

/// <summary>A column of a pass.</summary>
internal readonly record struct ColumnRef(string Source, string Name);

/// <summary>From which columns a measure's figures are made.</summary>
internal sealed record MeasurePlan(
    MeasureDefinition Measure,
    ColumnRef Numerator,
    ColumnRef? Denominator,
    ColumnRef Open,
    IReadOnlyList<ExcludedColumn> Excluded);

/// <summary>The column that counts what was left out for a reason.</summary>
internal sealed record ExcludedColumn(string Reason, ColumnRef Column);

/// <summary>A text that is the same for the same condition, so that what several measures ask for is computed once.</summary>
internal static class ConditionKey
{
    internal static string Of(Aggregate aggregate) => $"{aggregate.Sum?.Name ?? "*"} where {Of(aggregate.Where)}";

    internal static string Of(Condition condition) => condition switch
    {
        AllOf all => Join("all", all.Conditions),
        AnyOf any => Join("any", any.Conditions),
        Negated not => $"not({Of(not.Condition)})",
        FieldTest test => string.Create(
            CultureInfo.InvariantCulture,
            $"{test.Field.Name} {test.Operator} {string.Join('|', test.Values)}"),
        _ => throw new InvalidOperationException($"A condition of an unknown kind: {condition.GetType().Name}."),
    };

    private static string Join(string word, IReadOnlyList<Condition> conditions) =>
        $"{word}({string.Join(',', conditions.Select(Of))})";
}

/// <summary>
/// Fields with a short closed list of values on the fact itself (stage, status, stock type). Grouping by one more of them makes few more
/// groups, and conditions on it are then tested once a group and not once a row.
/// </summary>
internal static class KeyFields
{
    internal static bool TestsKeysOnly(Condition condition) => Fields(condition).All(IsKey);

    internal static IEnumerable<StageField> Of(Condition condition) => Fields(condition).Where(IsKey);

    private static bool IsKey(StageField field) => field is { Source: FieldSource.Fact, Values: not null, IsNullable: false };

    private static IEnumerable<StageField> Fields(Condition condition) => condition switch
    {
        AllOf all => all.Conditions.SelectMany(Fields),
        AnyOf any => any.Conditions.SelectMany(Fields),
        Negated not => Fields(not.Condition),
        FieldTest test => [test.Field],
        _ => throw new InvalidOperationException($"A condition of an unknown kind: {condition.GetType().Name}."),
    };
}
