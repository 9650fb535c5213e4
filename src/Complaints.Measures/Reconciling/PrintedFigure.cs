using Complaints.Domain.Homes;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Reconciling;

/// <summary>A figure as a report prints it.</summary>
public sealed record PrintedFigure
{
    /// <summary>What stands in place of a landlord's code where a figure is of the sector.</summary>
    internal const string Sector = "sector";

    /// <summary>Its line in the file.</summary>
    public required long Line { get; init; }

    /// <summary>Whose figure it is; null for one of the sector.</summary>
    public required LandlordCode? Landlord { get; init; }

    /// <summary>Which measure it is said to be, as written.</summary>
    public required string Measure { get; init; }

    /// <summary>The days it is said to be of.</summary>
    public required PrintedPeriod Period { get; init; }

    /// <summary>The part of the landlord's complaints it is of, by dimension: stock type, category, outcome …</summary>
    public IReadOnlyList<QueryFilter> Filters { get; init; } = [];

    /// <summary>The value.</summary>
    public required PrintedNumber Value { get; init; }

    /// <summary>What the report prints as standing above the line; null where it prints none.</summary>
    public decimal? Numerator { get; init; }

    /// <summary>What it prints as standing below.</summary>
    public decimal? Denominator { get; init; }

    /// <summary>The figures that were printed together, as parts of one whole or as one table; null for one by itself.</summary>
    public string? Set { get; init; }

    /// <summary>A remark, given back as it is.</summary>
    public string? Note { get; init; }

    /// <summary>The landlord's code, or the word by which a file calls the sector.</summary>
    internal string Whose => Landlord?.Value ?? Sector;

    /// <summary>Its filters but the stock type.</summary>
    internal IEnumerable<QueryFilter> Parts => Filters.Where(filter => filter.Dimension != Dimensions.StockType.Id);

    /// <summary>What it is called among others: "stage1_made, service_area Repairs".</summary>
    internal string Name => string.Join(", ", new[] { Measure }
        .Concat(Filters.Select(filter => $"{filter.Dimension} {string.Join(" or ", filter.Values)}")));
}
