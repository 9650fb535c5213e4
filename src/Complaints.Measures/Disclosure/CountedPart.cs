using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Disclosure;

/// <summary>
/// Something that measures count, with what its number could be worked out from. Relations point to parts decided before it: the
/// catalogue's order is the order of importance, and a part gives way to those before it.
/// </summary>
/// <param name="Index">Its place among the parts.</param>
/// <param name="Role">The date that puts a complaint into a period.</param>
/// <param name="Counted">What is counted.</param>
/// <param name="Unit">The first of the parts that together make up another, which are hidden together; itself where there is none.</param>
internal sealed record CountedPart(int Index, DateRole Role, Aggregate Counted, int Unit)
{
    /// <summary>The narrowest part that holds all of it; null where there is none.</summary>
    internal required int? Parent { get; init; }

    /// <summary>Earlier parts that hold it: a difference to one of them must not be small.</summary>
    internal required IReadOnlyList<int> Wider { get; init; }

    /// <summary>Earlier parts that it holds.</summary>
    internal required IReadOnlyList<int> Narrower { get; init; }

    /// <summary>Pairs of an earlier part beside it and one that holds both: what is left of the third must not be small.</summary>
    internal required IReadOnlyList<(int Beside, int Within)> Beside { get; init; }

    /// <summary>Pairs of earlier parts beside each other that it holds: what is left of it must not be small.</summary>
    internal required IReadOnlyList<(int One, int Other)> Pairs { get; init; }

    /// <summary>
    /// Earlier parts from which it could be worked out, or which could be worked out from it: where one is hidden, so is it.
    /// </summary>
    internal required IReadOnlyList<int> Follows { get; init; }
}
