using System.Globalization;
using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Planning;

/// <summary>A text that is the same for the same condition, so that what several measures ask for is computed once.</summary>
internal static class ConditionKey
{
    internal static string Of(Aggregate aggregate) =>
        $"{aggregate.Sum?.Name ?? aggregate.Distinct?.Name ?? Of(aggregate.Statistic)} where {Of(aggregate.Where)}";

    private static string Of(ValueStatistic? statistic) => statistic switch
    {
        null => "*",
        ValueQuantile quantile => string.Create(CultureInfo.InvariantCulture, $"{quantile.Percent} % of {quantile.Field.Name}"),
        RepeatedValues repeated => string.Create(CultureInfo.InvariantCulture, $"{repeated.AtLeast} or more of {repeated.Field.Name}"),
        _ => throw new InvalidOperationException($"A statistic of an unknown kind: {statistic.GetType().Name}."),
    };

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
