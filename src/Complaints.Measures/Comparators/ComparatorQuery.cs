using Complaints.Domain.Homes;
using Complaints.Domain.Time;

namespace Complaints.Measures.Comparators;

/// <summary>What landlords are to be compared with.</summary>
public sealed record ComparatorQuery
{
    /// <summary>
    /// Ids of published measures, of the catalogue or any other that is loaded (<c>tp09</c>); CH01 and CH02 of both stages when none is
    /// named.
    /// </summary>
    public IReadOnlyList<string> Measures { get; init; } = [];

    /// <summary>The reporting year.</summary>
    public required ReportingYear Year { get; init; }

    /// <summary>The section of the return.</summary>
    public PublishedStockType StockType { get; init; } = PublishedStockType.Lcra;

    /// <summary>
    /// Whose published figures; null for the regulator's, or those of the only publisher there is. Figures of two publishers are never
    /// mixed.
    /// </summary>
    public string? Publisher { get; init; }

    /// <summary>Whether zeros count.</summary>
    public ZeroRule ZeroRule { get; init; } = ZeroRule.Keep;

    /// <summary>Only landlords of this type as the publisher writes it (PRP, LARP); null for all.</summary>
    public string? LandlordType { get; init; }

    /// <summary>Only landlords of this size band (&lt;5,000; 5,000-40,000; &gt;40,000); null for all.</summary>
    public string? SizeBand { get; init; }

    /// <summary>Only landlords of this predominant region; null for all.</summary>
    public string? Region { get; init; }

    /// <summary>Only these landlords, a comparator set of one's own; empty for all.</summary>
    public IReadOnlyList<LandlordCode> Peers { get; init; } = [];

    /// <summary>The landlord whose place among the others is told; null for none.</summary>
    public LandlordCode? Own { get; init; }
}

/// <summary>
/// Whether landlords whose value is zero count. It matters: in the regulator's 2023/24 file a zero could mean undefined, and a published
/// "sector average" is the median without zeros (docs/domain.md §5.2).
/// </summary>
public enum ZeroRule
{
    /// <summary>A zero is a value like another; undefined values (denominator 0) never count.</summary>
    Keep = 1,

    /// <summary>Landlords with a value of zero are left out.</summary>
    Drop = 2,
}
