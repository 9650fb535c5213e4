namespace Complaints.Measures.Catalogue;

/// <summary>
/// Which complaints a measure is about: all, less ordered exclusions. A row is counted under the first exclusion that it meets, so that
/// the counts by reason add up.
/// </summary>
/// <param name="Id">Id that stands with every figure.</param>
/// <param name="Title">The rule in words.</param>
/// <param name="Exclusions">What is left out, in order.</param>
/// <param name="Withdrawn">What happens to withdrawn complaints when the query does not say.</param>
/// <param name="Source">The paragraph of the Code or field of the return that it follows.</param>
public sealed record PopulationRule(
    string Id,
    string Title,
    IReadOnlyList<Exclusion> Exclusions,
    WithdrawnPolicy Withdrawn,
    string Source)
{
    /// <summary>The fact whose rows it is about.</summary>
    public FactTable Fact { get; init; } = FactTables.Stage;

    /// <summary>The exclusions in force under a policy on withdrawn complaints, in order.</summary>
    public IReadOnlyList<Exclusion> Under(WithdrawnPolicy policy) =>
        policy == WithdrawnPolicy.Exclude && Fact.Withdrawn is Condition withdrawn
        ? [.. Exclusions, new Exclusion("withdrawn", "withdrawn after it was made", withdrawn)]
        : Exclusions;

    /// <summary>The rule in words under a policy on withdrawn complaints, as printed beside a figure.</summary>
    public string Describe(WithdrawnPolicy policy) => Describe(policy, Under(policy));

    internal string Describe(WithdrawnPolicy policy, IReadOnlyList<Exclusion> exclusions)
    {
        string left = string.Join("; ", exclusions.Select(exclusion => exclusion.Title));
        string withdrawn = policy == WithdrawnPolicy.Keep && Fact.Withdrawn is not null ? "; withdrawn complaints kept" : "";
        return left.Length == 0 ? $"{Title}{withdrawn}" : $"{Title}, without: {left}{withdrawn}";
    }
}

/// <summary>One reason for which rows are left out.</summary>
/// <param name="Reason">Id of the reason, as counted beside a figure: <c>not_accepted</c>.</param>
/// <param name="Title">The reason in words.</param>
/// <param name="When">The rows that are left out.</param>
public sealed record Exclusion(string Reason, string Title, Condition When)
{
    /// <summary>
    /// Complaints of homes that the stock does not have: without what stands below the line they cannot stand above it.
    /// </summary>
    public const string HomesMissing = "homes_missing";

    internal static Exclusion OfMissingHomes { get; } = new(
        HomesMissing,
        "of a landlord and stock type without homes in the stock of that year",
        new FieldTest(TestableFields.Homes, ConditionOperator.Equal, [false]));

    internal static Exclusion OfLandlordWithoutHomes { get; } = new(
        HomesMissing,
        "of a landlord without homes in the stock of that year",
        new FieldTest(TestableFields.HomesOfLandlord, ConditionOperator.Equal, [false]));
}

/// <summary>
/// Whether a complaint that was withdrawn later still counts as made. No rule was found; most landlords keep it (docs/domain.md §2.4), so
/// keeping is the default and the choice is stated with every figure.
/// </summary>
public enum WithdrawnPolicy
{
    /// <summary>It was made, so it counts; without an answer in time it is a miss.</summary>
    Keep = 1,

    /// <summary>It is left out and counted under the reason <c>withdrawn</c>.</summary>
    Exclude = 2,
}
