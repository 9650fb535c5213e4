using System.Globalization;
using Complaints.Domain.Figures;

namespace Complaints.Measures.Reconciling;

/// <summary>What a way of counting gives.</summary>
/// <param name="Numerator">What stands above the line.</param>
/// <param name="Denominator">What stands below; null for a count.</param>
/// <param name="Factor">By what the quotient is multiplied.</param>
internal readonly record struct Counts(decimal Numerator, decimal? Denominator, int Factor)
{
    /// <summary>Whether nothing is divided, as in a median: what stands below is only how many it is made of.</summary>
    internal bool StandsAlone { get; init; }

    /// <summary>The quotient; of a count, or of what stands alone, itself.</summary>
    internal Rate Rate => new(Numerator, StandsAlone && Denominator > 0 ? 1m : Denominator ?? 1m);

    /// <summary>Whether there is a value.</summary>
    internal bool HasValue => !Rate.IsUndefined;

    /// <summary>The value to 28 digits; null where there is none.</summary>
    internal decimal? Value => Rate.Times(Factor);

    /// <summary>The value as it would be printed by rule.</summary>
    internal string Display(int places) => Rate.Display(RoundingMode.HalfUp, places, Factor);

    public override string ToString() => Denominator is null || StandsAlone
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : Rate.ToString();
}
