using Complaints.Domain.Figures;
using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Figures;

/// <summary>A measure as people and programs see it: all of its definition but the condition trees.</summary>
public sealed record MeasureInfo
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Unit of the value.</summary>
    public required string Unit { get; init; }

    /// <summary>How numerator and denominator become the value.</summary>
    public required MeasureKind Kind { get; init; }

    /// <summary>Which complaints are counted, in words.</summary>
    public required string Population { get; init; }

    /// <summary>The date that puts a complaint into a period.</summary>
    public required DateRole DateRole { get; init; }

    /// <summary>First day to which the definition applies; null without beginning.</summary>
    public DateOnly? EffectiveFrom { get; init; }

    /// <summary>First day to which it no longer applies; null while in force.</summary>
    public DateOnly? EffectiveTo { get; init; }

    /// <summary>Decimal places of display values.</summary>
    public required int DecimalPlaces { get; init; }

    /// <summary>Rounding of display values.</summary>
    public required RoundingMode Rounding { get; init; }

    /// <summary>Which way is better.</summary>
    public required GoodDirection Direction { get; init; }

    /// <summary>The limit it is held against, in words.</summary>
    public string? StatutoryLimit { get; init; }

    /// <summary>The source paragraph with its evidence tag.</summary>
    public required string Source { get; init; }

    /// <summary>What people see of a definition, under its population's own policy on withdrawn complaints.</summary>
    public static MeasureInfo Of(MeasureDefinition measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return Of(measure, measure.Population.Withdrawn);
    }

    internal static MeasureInfo Of(MeasureDefinition measure, WithdrawnPolicy policy) => new()
    {
        Id = measure.Id,
        Title = measure.Title,
        Unit = measure.Unit,
        Kind = measure.Kind,
        Population = measure.Population.Describe(policy),
        DateRole = measure.DateRole,
        EffectiveFrom = measure.EffectiveFrom,
        EffectiveTo = measure.EffectiveTo,
        DecimalPlaces = measure.DecimalPlaces,
        Rounding = measure.Rounding,
        Direction = measure.Direction,
        StatutoryLimit = measure.StatutoryLimit,
        Source = measure.Source,
    };
}
