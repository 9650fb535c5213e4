namespace Complaints.Measures.Comparators;

/// <summary>Where a landlord stands among those of a comparator, by what was published.</summary>
public sealed record Standing
{
    /// <summary>The landlord's code.</summary>
    public required string Landlord { get; init; }

    /// <summary>Its value to 28 digits; null where none was published, or it is undefined.</summary>
    public decimal? Value { get; init; }

    /// <summary>Its value as printed; empty where none was published.</summary>
    public string Display { get; init; } = "";

    /// <summary>
    /// Its rank: 1 is the highest value, whether high is good or not, and equal values share one; null where it does not count.
    /// </summary>
    public int? Rank { get; init; }

    /// <summary>Landlords that count, itself among them.</summary>
    public int Of { get; init; }

    /// <summary>
    /// Its quarter by value: 1 up to the first quartile, 2 up to the median, 3 up to the third quartile, 4 above it; null where it does not
    /// count.
    /// </summary>
    public int? Quarter { get; init; }

    /// <summary>Why it has no rank; empty where it has one.</summary>
    public string WhyNot { get; init; } = "";
}
