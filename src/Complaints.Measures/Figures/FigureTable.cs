using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Figures;

/// <summary>The answer to a query: the figures row by row, a row being one group with all measures in the order asked for.</summary>
public sealed record FigureTable
{
    /// <summary>The measures, in the order asked for.</summary>
    public required IReadOnlyList<MeasureInfo> Measures { get; init; }

    /// <summary>
    /// Ids of the dimensions of every figure, in order; <c>landlord_name</c> follows <c>landlord</c>.
    /// </summary>
    public required IReadOnlyList<string> Dimensions { get; init; }

    /// <summary>
    /// The figures: rows in the order of their dimensions (codes and names ordinal, periods by time), in each row one figure a measure.
    /// </summary>
    public required IReadOnlyList<Figure> Figures { get; init; }

    /// <summary>Whether there were more rows than the query's limit.</summary>
    public required bool Truncated { get; init; }

    /// <summary>
    /// Whether rows in quarantine could belong to the answer, whatever its groups. A group by more than landlord and year that such rows
    /// alone could make is not among the figures: no row held back tells which it is.
    /// </summary>
    public bool HasRowsHeldBack { get; init; }

    /// <summary>
    /// From what the clocks ran of the complaints that the figures in time count, one entry a measure; empty where the query does not ask
    /// for it.
    /// </summary>
    public IReadOnlyList<MeasureClocks> ClockStarts { get; init; } = [];

    /// <summary>The dimension over whose groups each figure's share of the total stands beside it; null where none does.</summary>
    public string? ShareOf { get; init; }

    /// <summary>The day as at which the figures stand, where their sources know so far; null when nothing was ever loaded.</summary>
    public required DateOnly? AsAt { get; init; }

    /// <summary>The last load that the figures know of; 0 when nothing was ever loaded.</summary>
    public required int KnownAtLoad { get; init; }

    /// <summary>Generation of the warehouse that was read; it counts up with every publication.</summary>
    public required int Generation { get; init; }

    /// <summary>How many groups there are.</summary>
    public int RowCount => Measures.Count == 0 ? 0 : Figures.Count / Measures.Count;

    /// <summary>The figures in their order, one list a row.</summary>
    public IEnumerable<IReadOnlyList<Figure>> Rows() => Figures.Chunk(Math.Max(1, Measures.Count));
}
