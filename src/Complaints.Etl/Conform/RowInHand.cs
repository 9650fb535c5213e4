using Complaints.Etl.Conform.Rules;
using Complaints.Etl.Extract;

namespace Complaints.Etl.Conform;

/// <summary>
/// What is known about the row being conformed: its cells, its faults, the rules that corrected it. Reused from row to row.
/// </summary>
internal sealed class RowInHand
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
