namespace Complaints.Measures.Catalogue;

/// <summary>One measure as defined for a span of days; the catalogue may hold several for one id, one after the other.</summary>
public sealed record MeasureDefinition : MeasureInfo
{
    /// <summary>What stands above the line.</summary>
    public required Aggregate Numerator { get; init; }

    /// <summary>What stands below; null for counts and for homes, which come from the stock.</summary>
    public Aggregate? Denominator { get; init; }

    /// <summary>The rows over which open and excluded complaints are counted beside the figure.</summary>
    public required Condition Base { get; init; }

    /// <summary>Which complaints are meant.</summary>
    public required PopulationRule PopulationRule { get; init; }

    /// <summary>
    /// Whether nobody may ask for it who sees no small numbers: it is not proven that they could not be worked out with those of others.
    /// </summary>
    public bool IsClosedToViewers { get; init; }

    /// <summary>Whether a response's basis is part of it, so that it depends on which extensions count.</summary>
    public bool DependsOnExtensions =>
        s_extended.Any(tested => Numerator.Where.Tests(tested) || Denominator?.Where.Tests(tested) == true);

    private static readonly FactField[] s_extended = [TestableFields.Basis, TestableFields.Overdue, TestableFields.Extended];

    /// <summary>
    /// Whether the value is what stands above the line, and what stands below says only how many it is made of: it is divided by nothing,
    /// and undefined where it is made of none.
    /// </summary>
    public bool StandsAlone => Kind == MeasureKind.Quantile;

    /// <summary>Whether the numbers of a total are the sums of those of its parts.</summary>
    public bool AddsUp => Numerator.AddsUp && Denominator?.AddsUp != false;

    /// <summary>Whether the denominator is the stock's homes.</summary>
    public bool DividesByHomes => Kind == MeasureKind.PerThousandHomes;

    /// <summary>By what numerator ÷ denominator is multiplied: 1, 100 or 1,000.</summary>
    public int Factor => Kind switch
    {
        MeasureKind.Percent => 100,
        MeasureKind.PerThousandHomes => 1000,
        _ => 1,
    };

    /// <summary>What is left out under a policy on withdrawn complaints, in the order in which a row is tested.</summary>
    internal IReadOnlyList<Exclusion> Exclusions(WithdrawnPolicy policy) => DividesByHomes
        ? [
            .. PopulationRule.Under(policy),
            Fact.HasStockType ? Exclusion.OfMissingHomes : Exclusion.OfLandlordWithoutHomes,
        ]
        : PopulationRule.Under(policy);

    /// <summary>Which complaints are counted under a policy on withdrawn complaints, in words.</summary>
    internal string Describe(WithdrawnPolicy policy) => PopulationRule.Describe(policy, Exclusions(policy));
}

/// <summary>How numerator and denominator become the value.</summary>
public enum MeasureKind
{
    /// <summary>The numerator itself, a count or a total; there is no denominator.</summary>
    Count = 1,

    /// <summary>Numerator ÷ denominator × 100, in per cent.</summary>
    Percent = 2,

    /// <summary>
    /// Numerator ÷ homes at year end × 1,000 ("sum (numerator/ denominator) * 1000", docs/domain.md §2.1). The homes come from the stock,
    /// which knows no service area or outcome, so they are the same for every such group of a landlord.
    /// </summary>
    PerThousandHomes = 3,

    /// <summary>Sum ÷ number of what was summed.</summary>
    Mean = 4,

    /// <summary>
    /// The numerator itself, a <see cref="ValueQuantile"/>; what stands below is the number of complaints whose values it is made of.
    /// </summary>
    Quantile = 5,
}
