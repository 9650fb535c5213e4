using Complaints.Domain.Access;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Planning;

/// <summary>The conditions that every row read must meet, whatever the measure.</summary>
internal sealed record RowConditions
{
    internal required Period Period { get; init; }

    internal required DateOnly AsAt { get; init; }

    internal required LandlordScope Landlords { get; init; }

    internal required IReadOnlyList<ResolvedFilter> Filters { get; init; }

    /// <summary>Which recorded extensions give a response more time.</summary>
    internal required ExtensionPolicy Extensions { get; init; }

    /// <summary>
    /// The days up to which sources are known: what is due on a later day is not overdue for a source that ends before it.
    /// </summary>
    internal IReadOnlyDictionary<string, DateOnly> SourceDays { get; init; } = new Dictionary<string, DateOnly>();

    /// <summary>Null: the current rows.</summary>
    internal required int? KnownAtLoad { get; init; }
}
