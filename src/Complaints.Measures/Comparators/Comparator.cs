namespace Complaints.Measures.Comparators;

/// <summary>Median and quartiles of a measure over landlords, with the rules that they depend on.</summary>
public sealed record Comparator
{
    /// <summary>Id of the measure.</summary>
    public required string Measure { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Unit of the values.</summary>
    public required string Unit { get; init; }

    /// <summary>The reporting year, "2023/24".</summary>
    public required string Year { get; init; }

    /// <summary>The section of the return: LCRA, LCHO or COMBINED.</summary>
    public required string StockType { get; init; }

    /// <summary>The first quartile.</summary>
    public required Quantile Q1 { get; init; }

    /// <summary>The median: the middle landlord, not the average.</summary>
    public required Quantile Median { get; init; }

    /// <summary>The third quartile.</summary>
    public required Quantile Q3 { get; init; }

    /// <summary>Landlords that count.</summary>
    public required int Landlords { get; init; }

    /// <summary>Landlords left out because their value is zero.</summary>
    public required int ZerosDropped { get; init; }

    /// <summary>Landlords left out because the denominator is zero.</summary>
    public required int Undefined { get; init; }

    /// <summary>Which landlords count, in words.</summary>
    public required string Population { get; init; }

    /// <summary>What happens to zeros, in words.</summary>
    public required string ZeroRule { get; init; }

    /// <summary>How quantiles between two landlords are taken.</summary>
    public required string Method { get; init; }

    /// <summary>Who published the values: one publisher.</summary>
    public required string Publisher { get; init; }

    /// <summary>Where the values come from.</summary>
    public required string Source { get; init; }

    /// <summary>Where the landlord stands that the query names; null where it names none.</summary>
    public Standing? Own { get; init; }
}

/// <summary>A quantile.</summary>
/// <param name="Value">To 28 digits; null when no landlord counts.</param>
/// <param name="Display">As printed, by the measure's decimal places and rounding; "[U]" when no landlord counts.</param>
public sealed record Quantile(decimal? Value, string Display);
