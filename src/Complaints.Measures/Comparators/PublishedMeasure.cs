using Complaints.Domain.Figures;
using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Comparators;

/// <summary>
/// A measure that somebody published. Some are in the catalogue too and are described there; others, such as survey results, are not made
/// of complaints and stand here alone.
/// </summary>
internal sealed record PublishedMeasure(string Id, string Title, string Unit, int Factor, int DecimalPlaces, RoundingMode Rounding)
{
    private const string Tp09 = "tp09";

    internal static PublishedMeasure Of(MeasureDefinition measure) =>
        new(measure.Id, measure.Title, measure.Unit, measure.Factor, measure.DecimalPlaces, measure.Rounding);

    /// <summary>
    /// A measure that the catalogue does not have. TP09 is VS + FS out of all five answers, a percentage (docs/domain.md §2.7); of others
    /// only numerator and denominator are known, so their quotient is not scaled.
    /// </summary>
    internal static PublishedMeasure Of(string id) => id == Tp09
        ? new PublishedMeasure(
            id,
            "Respondents who report making a complaint in the last 12 months and are satisfied with their landlord's approach to complaints handling",
            "%",
            100,
            1,
            RoundingMode.HalfUp)
        : new PublishedMeasure(id, $"'{id}' as published", "numerator ÷ denominator", 1, 4, RoundingMode.HalfUp);
}
