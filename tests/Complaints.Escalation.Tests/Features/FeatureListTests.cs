using System.Text.RegularExpressions;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;
using Complaints.Learning.Table;

namespace Complaints.Escalation.Tests.Features;

/// <summary>What may be a feature, and what every feature must say of itself.</summary>
public sealed partial class FeatureListTests
{
    // Equality Act 2010 s.4, what the warehouse keeps apart, and what could stand for a person.
    private static readonly string[] s_denied =
    [
        "age", "birth", "sex", "gender", "ethnicity", "ethnic", "race", "nationality", "religion", "belief", "disability", "disabled",
        "vulnerability", "vulnerable", "orientation", "marriage", "married", "civil", "pregnancy", "maternity", "language", "resident",
        "pseudonym", "name", "postcode", "ward", "health", "benefit", "income",
    ];

    [Fact]
    public void No_feature_is_a_protected_characteristic_or_stands_for_a_person()
    {
        foreach (CaseFeature feature in FeatureList.All)
        {
            string[] words =
            [
                .. Word().Matches($"{feature.Name.Replace('_', ' ')} {feature.Title}".ToLowerInvariant()).Select(m => m.Value),
            ];
            Assert.Empty(words.Intersect(s_denied));
        }
    }

    [Fact]
    public void No_query_reads_the_characteristics_of_residents_or_who_handled_a_case()
    {
        string[] queries = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "sql", "duckdb", "queries", "features"), "*.sql");
        Assert.Equal(6, queries.Length);
        Assert.All(queries, path => Assert.DoesNotMatch("(?i)characteristics|_band|pseudonym|first_language|dim_resident|handler", File.ReadAllText(path)));
    }

    [Fact]
    public void Every_feature_has_a_title_and_a_unit() => Assert.All(FeatureList.All, f =>
    {
        Assert.False(string.IsNullOrWhiteSpace(f.Title) || string.IsNullOrWhiteSpace(f.Unit));
        Assert.True(f.Kind == FeatureKind.Numeric || f.Monotone == Monotone.None);
    });

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
