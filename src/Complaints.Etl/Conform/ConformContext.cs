using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Etl.Assign;
using Complaints.Etl.Quarantine;

namespace Complaints.Etl.Conform;

/// <summary>What the rows of one file are held against.</summary>
internal sealed record ConformContext
{
    internal required MappingBinding Binding { get; init; }

    internal required CellReader Cells { get; init; }

    /// <summary>The last day the extract knows about.</summary>
    internal required DateOnly ExtractDate { get; init; }

    internal required WorkingCalendar Calendar { get; init; }

    internal required HomeIndex Homes { get; init; }

    /// <summary>A person's decisions given to this load; null without any.</summary>
    internal ReviewedFile? Review { get; init; }

    /// <summary>What a mended export says beside its rows; null for a file from its source.</summary>
    internal ReplayedRows? Replayed { get; init; }

    /// <summary>The landlords loaded so far.</summary>
    internal required IReadOnlySet<LandlordCode> Landlords { get; init; }

    /// <summary>Which complaints have a stage 1, and since when.</summary>
    internal required Stage1Index Stage1 { get; init; }

    /// <summary>Turns a resident's reference into a keyed pseudonym.</summary>
    internal required Func<string, string> Pseudonym { get; init; }
}
