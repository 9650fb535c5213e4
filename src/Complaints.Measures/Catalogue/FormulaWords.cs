namespace Complaints.Measures.Catalogue;

/// <summary>How a measure is computed, in words made of its condition trees: what is said cannot differ from what is counted.</summary>
internal static class FormulaWords
{
    /// <summary>"stages where … ÷ stages where … × 100".</summary>
    internal static string Of(MeasureDefinition measure)
    {
        string above = Of(measure.Numerator, measure.Fact);
        string? below = measure.StandsAlone ? null : measure.DividesByHomes ? "homes at the year's end"
            : measure.Denominator is Aggregate aggregate ? Of(aggregate, measure.Fact)
            : null;
        string times = measure.Factor == 1 ? "" : FormattableString.Invariant($" × {measure.Factor:N0}");
        return below is null ? above : $"{above} ÷ {below}{times}";
    }

    /// <summary>"stages where …", or "sum of … over stages where …".</summary>
    internal static string Of(Aggregate aggregate, FactTable fact) =>
        (aggregate.Sum is FactField sum ? $"sum of {ConditionWords.Name(sum)} over {fact.Rows}"
            : aggregate.Distinct is FactField key ? $"different {ConditionWords.Name(key)}s of {fact.Rows}"
            : aggregate.Statistic is ValueQuantile quantile ? $"{Of(quantile)} of {ConditionWords.Name(quantile.Field)} over {fact.Rows}"
            : aggregate.Statistic is RepeatedValues repeated
                ? $"different {ConditionWords.Name(repeated.Field)}s with {Times(repeated.AtLeast)} {fact.Rows}"
            : fact.Rows)
        + (aggregate.Where is AllOf { Conditions.Count: 0 } ? "" : $" where {ConditionWords.Of(aggregate.Where)}");

    private static string Times(int times) => times == 1 ? "any" : FormattableString.Invariant($"{times} or more");

    private static string Of(ValueQuantile quantile) =>
        quantile.Percent == 50 ? "median" : FormattableString.Invariant($"{quantile.Percent}th percentile");
}
