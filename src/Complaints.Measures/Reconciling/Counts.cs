using System.Globalization;
using Complaints.Domain.Figures;

namespace Complaints.Measures.Reconciling;

/// <summary>What a way of counting gives.</summary>
/// <param name="Numerator">What stands above the line.</param>
/// <param name="Denominator">What stands below; null for a count.</param>
/// <param name="Factor">By what the quotient is multiplied.</param>
internal readonly record struct Counts(decimal Numerator, decimal? Denominator, int Factor)
{
    /// <summary>The quotient; of a count itself.</summary>
    internal Rate Rate => new(Numerator, Denominator ?? 1m);

    /// <summary>Whether there is a value.</summary>
    internal bool HasValue => !Rate.IsUndefined;

    /// <summary>The value to 28 digits; null where there is none.</summary>
    internal decimal? Value => Rate.Times(Factor);

    /// <summary>The value as it would be printed by rule.</summary>
    internal string Display(int places) => Rate.Display(RoundingMode.HalfUp, places, Factor);

    public override string ToString() => Denominator is null
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : Rate.ToString();
}
