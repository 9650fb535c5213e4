using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Etl.Assign;
using Complaints.Etl.Conform.Rules;
using Complaints.Etl.Extract;
using Complaints.Etl.Quarantine;
using Complaints.Warehouse.Rows;

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

/// <summary>Rows that came out of Conform together.</summary>
/// <typeparam name="TRow">Their type.</typeparam>
/// <param name="Rows">The sound rows.</param>
/// <param name="Rejects">The rows held back.</param>
/// <param name="Read">Rows of the file that went in.</param>
internal sealed record ConformedBatch<TRow>(List<TRow> Rows, List<QuarantineRow> Rejects, int Read)
    where TRow : IWarehouseRow;

/// <summary>What is known about the row being conformed: its cells, its faults, the rules that corrected it. Reused from row to row.</summary>
internal sealed class RowScope
{
    private readonly List<RowFault> _faults = [];

    internal TableRow Row { get; private set; }

    internal IReadOnlyList<RowFault> Faults => _faults;

    /// <summary>The correcting rules that touched the row, a bit each at the rule's order.</summary>
    internal ulong Corrections { get; private set; }

    internal bool IsSound => _faults.Count == 0;

    internal void Begin(TableRow row)
    {
        Row = row;
        _faults.Clear();
        Corrections = 0;
    }

    internal void Corrected(ConformRule rule) => Corrections |= 1UL << rule.Order;

    internal void Fault(ConformRule rule, string? column, string? value, string expected, string hint) =>
        _faults.Add(new RowFault(rule, column, value, expected, hint));

    internal void Fault(RowFault fault) => _faults.Add(fault);
}
