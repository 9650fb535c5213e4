namespace Complaints.Measures.Catalogue;

/// <summary>How numerator and denominator become the value.</summary>
public enum MeasureKind
{
    /// <summary>The numerator itself; there is no denominator.</summary>
    Count = 1,

    /// <summary>Numerator ÷ denominator × 100, in per cent.</summary>
    Percent = 2,

    /// <summary>
    /// Numerator ÷ homes at year end × 1,000 ("sum (numerator/ denominator) * 1000", domain §1.1 [F]). The homes come from the stock, which
    /// knows no service area or outcome, so they are the same for every such group of a landlord.
    /// </summary>
    PerThousandHomes = 3,

    /// <summary>Sum ÷ number of what was summed.</summary>
    Mean = 4,
}
