namespace Complaints.Measures.Catalogue;

/// <summary>One measure as defined for a span of days; the catalogue may hold several for one id, one after the other.</summary>
public sealed record MeasureDefinition : MeasureDescription
{
    /// <summary>What stands above the line.</summary>
    public required Aggregate Numerator { get; init; }

    /// <summary>What stands below; null for counts and for homes, which come from the stock.</summary>
    public Aggregate? Denominator { get; init; }

    /// <summary>The rows over which open and excluded complaints are counted beside the figure.</summary>
    public required Condition Base { get; init; }

    /// <summary>Which complaints are meant.</summary>
    public required PopulationRule Population { get; init; }

    /// <summary>Whether the denominator is the stock's homes.</summary>
    public bool DividesByHomes => Kind == MeasureKind.PerThousandHomes;

    /// <summary>By what numerator ÷ denominator is multiplied: 1, 100 or 1,000.</summary>
    public int Factor => Kind switch
    {
        MeasureKind.Percent => 100,
        MeasureKind.PerThousandHomes => 1000,
        _ => 1,
    };
}
