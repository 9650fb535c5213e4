using Complaints.Domain.Figures;

namespace Complaints.Measures.Catalogue;

/// <summary>A measure as people and programs see it: no condition trees. A definition adds how it is computed.</summary>
public record MeasureInfo
{
    /// <summary>Id used in queries: <c>ch02_stage1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Title for people.</summary>
    public required string Title { get; init; }

    /// <summary>Unit of the value: <c>complaints</c>, <c>per 1,000 homes</c>, <c>%</c>, <c>working days</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>How numerator and denominator become the value.</summary>
    public required MeasureKind Kind { get; init; }

    /// <summary>The fact whose rows it counts.</summary>
    public FactTable Fact { get; init; } = FactTables.Stage;

    /// <summary>The date that puts a complaint into a period.</summary>
    public required DateRole DateRole { get; init; }

    /// <summary>First day of complaints to which the definition applies; null without beginning.</summary>
    public DateOnly? EffectiveFrom { get; init; }

    /// <summary>First day to which it no longer applies; null while it is in force.</summary>
    public DateOnly? EffectiveTo { get; init; }

    /// <summary>Decimal places of the display value when the query does not say.</summary>
    public required int DecimalPlaces { get; init; }

    /// <summary>Rounding of the display value when the query does not say.</summary>
    public required RoundingMode Rounding { get; init; }

    /// <summary>Which way is better.</summary>
    public required GoodDirection Direction { get; init; }

    /// <summary>The limit in law or in the Code that the measure is held against, in words; null when there is none.</summary>
    public string? StatutoryLimit { get; init; }

    /// <summary>The paragraph of the Code or field of the return that it follows.</summary>
    public required string Source { get; init; }

    /// <summary>Which complaints are counted, in words.</summary>
    public required string Population { get; init; }

    /// <summary>How it is computed, in words made of the definition.</summary>
    public string Formula { get; init; } = "";

    /// <summary>What people see of a definition, under its population's own policy on withdrawn complaints.</summary>
    public static MeasureInfo Of(MeasureDefinition measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return new MeasureInfo(measure) { Formula = FormulaWords.Of(measure) };
    }

    internal static MeasureInfo Of(MeasureDefinition measure, WithdrawnPolicy policy) =>
        new(measure) { Population = measure.Describe(policy), Formula = FormulaWords.Of(measure) };
}
