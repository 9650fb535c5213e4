using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Tests.Mutation;

/// <summary>A measure with one change that makes it wrong.</summary>
/// <param name="Measure">Id of the measure.</param>
/// <param name="Kind">Which part was changed.</param>
/// <param name="Change">What was changed, in words.</param>
/// <param name="Made">The changed definition; that of the measure itself where only <paramref name="Reading"/> differs.</param>
internal sealed record Mutant(string Measure, MutantKind Kind, string Change, MeasureDefinition Made)
{
    /// <summary>How the rows are read otherwise; null where they are read as they stand.</summary>
    internal Reading? Reading { get; init; }

    /// <summary>By which it is named in the list of those that count the same.</summary>
    internal string Name => $"{Measure}: {Change}";
}
