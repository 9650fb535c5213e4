using System.Collections.Frozen;

namespace Complaints.Measures.Comparing;

/// <summary>Comparisons as words, in commands and results alike.</summary>
public static class ComparisonWords
{
    /// <summary>The words, and what they mean.</summary>
    public static FrozenDictionary<string, ComparisonKind> ByWord { get; } = new Dictionary<string, ComparisonKind>
    {
        ["prior_year"] = ComparisonKind.PriorYear,
        ["same_period_last_year"] = ComparisonKind.SamePeriodLastYear,
        ["year_to_date"] = ComparisonKind.YearToDate,
        ["rolling_12_months"] = ComparisonKind.RollingTwelveMonths,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The word of a comparison.</summary>
    public static string Of(ComparisonKind kind) => ByWord.First(known => known.Value == kind).Key;

    /// <summary>A comparison as a heading.</summary>
    public static string Title(ComparisonKind kind) => Of(kind).Replace('_', ' ');
}
