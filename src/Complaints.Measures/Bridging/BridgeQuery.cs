using Complaints.Domain.Code;
using Complaints.Domain.Time;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Bridging;

/// <summary>Which return's population to lead to, from what the landlords' systems hold.</summary>
public sealed record BridgeQuery
{
    /// <summary>The stage whose complaints the return asks for.</summary>
    public required Stage Stage { get; init; }

    /// <summary>Reporting years, as in a query for figures.</summary>
    public IReadOnlyList<ReportingYear> Years { get; init; } = [];

    /// <summary>First day that counts.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day that counts, included.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Landlords, stock types and periods alone: nothing else parts a return.</summary>
    public IReadOnlyList<QueryFilter> Filters { get; init; } = [];

    /// <summary>As in a query for figures.</summary>
    public DateOnly? AsAt { get; init; }

    /// <summary>As in a query for figures.</summary>
    public int? KnownAtLoad { get; init; }

    /// <summary>As in a query for figures.</summary>
    public WithdrawnPolicy? Withdrawn { get; init; }

    /// <summary>The measure whose count the bridge leads to.</summary>
    public string Measure => $"stage{(int)Stage}_made";

    /// <summary>The figures of the return that it bears on.</summary>
    /// <param name="measures">The measures.</param>
    internal FigureQuery Figures(params IReadOnlyList<string> measures) => new()
    {
        Measures = measures,
        Years = Years,
        From = From,
        To = To,
        Filters = Filters,
        AsAt = AsAt,
        KnownAtLoad = KnownAtLoad,
        Withdrawn = Withdrawn,
    };
}
