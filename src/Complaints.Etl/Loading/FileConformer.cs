using Complaints.Domain;
using Complaints.Etl.Conform;
using Complaints.Etl.Conform.Rows;
using Complaints.Etl.Conform.Rules;
using Complaints.Etl.Extract;
using Complaints.Etl.Mapping;
using Complaints.Etl.Quarantine;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Loading;

/// <summary>Conforms the rows of one file: every row read becomes rows of the warehouse or one entry of the quarantine.</summary>
internal sealed class FileConformer<TRow>
    where TRow : IWarehouseRow
{
    private readonly RowConformer<TRow> _rows;
    private readonly IReadOnlyDictionary<long, Copy> _copies;
    private readonly QuarantineWriter _quarantine;
    private readonly RuleTally _tally;
    private readonly RowInHand _row = new();
    private readonly ReplayedRows? _replayed;
    private readonly MappingBinding _binding;
    private readonly int _columns;
    private readonly TrailingDelimiters _trailing;
    private readonly BoundField? _firstKey;
    private readonly BoundRowFilter _filter;
    private readonly LoadFile _file;
    private readonly LoadContext _load;
    private readonly bool _wholeKey;
    private readonly SourceStatements? _statements;
    private readonly Func<string, string> _pseudonym;

    internal FileConformer(
        LoadContext load, LoadFile file, ConformContext context, RowConformer<TRow> rows, ReplayedRows? replayed, RuleTally tally)
    {
        _load = load;
        _file = file;
        _rows = rows;
        _copies = load.CopiesOf(file).Decide(file.Number);
        _filter = new BoundRowFilter(file.Mapping, file.Info);
        _tally = tally;
        _binding = context.Binding;
        _columns = _binding.Table.Header.Count;
        _trailing = new TrailingDelimiters(_columns);
        _firstKey = KeyColumns.Of(context.Binding).FirstOrDefault();
        _wholeKey = context.Binding.Mapping.Target
            is LoadTarget.Landlord or LoadTarget.Property or LoadTarget.PropertyReference or LoadTarget.Complaint or LoadTarget.Contact
                or LoadTarget.Resident;
        _replayed = replayed;
        _statements = context.Statements;
        _pseudonym = context.Pseudonym;
        _quarantine = new QuarantineWriter(context.Binding, context.Pseudonym, _replayed);
    }

    internal ConformedBatch<TRow> Conform(IReadOnlyList<TableRow> batch)
    {
        var sound = new List<TRow>(batch.Count);
        var heldBack = new List<QuarantineRow>();
        int leftOut = 0;
        _trailing.Learn(batch);
        foreach (TableRow row in batch)
        {
            if (_filter.LeavesOut(row, out RowFault? unclear))
            {
                leftOut++;
                continue;
            }

            int before = sound.Count;
            _row.Begin(row);
            _rows.Begin();
            CheckCopy(row);
            if (unclear is not null)
            {
                _row.Fault(unclear);
            }

            if (StandsRight(row) && HasAllCells(row) && _replayed?.IsWhole(_row) != false)
            {
                _rows.Read(_row, sound);
                CheckOtherSources(sound, before);
            }
            else
            {
                string? likely = LikelyKey(row);
                _rows.Key = likely is null ? null : _wholeKey ? RowKey.Of(likely) : RowKey.BeginningWith(likely);
                _rows.Unread(row.Cells, likely);
            }

            _replayed?.Note(row, _row.IsSound);
            if (_row.IsSound)
            {
                _tally.Corrected(_row.Corrections, row.Line);
                _quarantine.Saw(row.Cells);
                for (int i = before; i < sound.Count; i++)
                {
                    _rows.Taken(sound[i]);
                }

                continue;
            }

            sound.RemoveRange(before, sound.Count - before);
            DateOnly? day = _row.Faults.Any(fault => fault.Rule.DoubtsDay) ? null : _rows.EventDate;
            QuarantineRow entry = _quarantine.Write(_row, _rows.Key, day, _rows.Candidates(day is not null), _rows.Leads);
            _tally.Quarantined(RuleCatalogue.Find(entry.RuleId)!, entry);
            heldBack.Add(entry);
        }

        return new ConformedBatch<TRow>(sound, heldBack, batch.Count - leftOut);
    }

    /// <summary>Rows that the mapping leaves out, by the condition that did.</summary>
    internal IReadOnlyDictionary<string, long> LeftOut => _filter.LeftOut;

    private void CheckCopy(TableRow row)
    {
        if (!_copies.TryGetValue(row.Line, out Copy copy))
        {
            return;
        }

        if (copy.Exact)
        {
            _row.Fault(
                RuleCatalogue.DuplicateRow,
                null,
                null,
                "each row once",
                $"it is an exact copy of {Place(copy.Other)}; nothing needs to be done if that row is right");
        }
        else
        {
            _row.Fault(
                RuleCatalogue.DuplicateCase,
                null,
                null,
                "one row for each key",
                $"{Place(copy.Other)} has the same key and other content: keep the row that is right and remove the other");
        }
    }

    private void CheckOtherSources(List<TRow> sound, int first)
    {
        if (_statements is null || !_row.IsSound)
        {
            return;
        }

        for (int i = first; i < sound.Count; i++)
        {
            if (_rows.StatementOf(sound[i]) is Statement said
                && _statements.Contradiction(_file.Mapping.System, said) is RowFault fault)
            {
                _row.Fault(fault);
            }
        }
    }

    private bool StandsRight(TableRow row)
    {
        if (_binding.FlawOf(row) is not RowFlaw flaw)
        {
            return true;
        }

        string? name = flaw.Columns.Count > 0 ? _binding.Table.Header[flaw.Columns.First(_binding.Decides)] : null;
        _row.Fault(RuleCatalogue.Of(flaw.Kind), name, flaw.Value, flaw.Expected, flaw.Hint);
        return false;
    }

    private string Place(RowPlace place) => FormattableString.Invariant($"line {place.Line}")
        + (place.File == _file.Number ? "" : $" of '{_load.Files[place.File - 1].Info.FileName}'");

    // A row is cut off or runs over behind its first cells more often than before them. A wrong guess is the key of no other row.
    private string? LikelyKey(TableRow row)
    {
        if (_firstKey is not { Index: >= 0 } first || first.Index >= row.Cells.Length)
        {
            return null;
        }

        string text = row.Cells[first.Index].Trim();
        return text.Length is 0 or > Limits.TextCharacters ? null
            : first.Field.Kind == FieldKind.Resident ? _pseudonym(text)
            : text;
    }

    private bool HasAllCells(TableRow row)
    {
        int cells = row.Cells.Length;
        if (cells < _columns)
        {
            _row.Fault(
                RuleCatalogue.MissingCells,
                null,
                FormattableString.Invariant($"{cells} cells"),
                FormattableString.Invariant($"{_columns} cells"),
                "look for a line break inside a cell without quotation marks, or a row that was cut off");
        }
        else if (!_trailing.IsWhole(row.Cells))
        {
            _row.Fault(
                RuleCatalogue.TooManyCells,
                null,
                FormattableString.Invariant($"{cells} cells"),
                FormattableString.Invariant($"{_columns} cells"),
                "look for the delimiter inside a cell without quotation marks");
        }
        else
        {
            return true;
        }

        return false;
    }
}
