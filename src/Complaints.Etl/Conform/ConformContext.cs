using Complaints.Domain.Time;

namespace Complaints.Etl.Conform;

/// <summary>What the rows of one file are held against.</summary>
internal sealed record ConformContext
{
    internal required MappingBinding Binding { get; init; }

    internal required CellReader Cells { get; init; }

    /// <summary>The last day the extract knows about.</summary>
    internal required DateOnly ExtractDate { get; init; }

    internal required WorkingCalendar Calendar { get; init; }

    /// <summary>Tells whose a row is.</summary>
    internal required ILandlordAssigner Assigner { get; init; }

    /// <summary>Which complaints have a stage 1, and since when.</summary>
    internal required Stage1Index Stage1 { get; init; }

    /// <summary>Which complaints have a stage 2 that stays as it was loaded, and since when.</summary>
    internal required Stage2Index Stage2 { get; init; }

    /// <summary>
    /// The references of the source, to find one case under two; null where a person said that similar ones are different cases.
    /// </summary>
    internal ReferenceForms? References { get; init; }

    /// <summary>What the references that tell the rows apart look like, in the file and in what is loaded of its source.</summary>
    internal IReadOnlyList<DateLikeReferences> DateLike { get; init; } = [];

    /// <summary>What other sources say of the same things; null where none says anything.</summary>
    internal SourceStatements? Statements { get; init; }

    /// <summary>The name of each file of the load, by its number.</summary>
    internal required Func<int, string> FileName { get; init; }

    /// <summary>The references of residents that the mapping's system gives out, in the files read so far.</summary>
    internal required ResidentForms Residents { get; init; }

    /// <summary>Turns a resident's reference into a keyed pseudonym.</summary>
    internal required Func<string, string> Pseudonym { get; init; }
}
