using Complaints.Domain.Homes;
using Complaints.Etl.Conform;
using Complaints.Etl.Conform.Rules;
using Complaints.Etl.Mapping;

namespace Complaints.Etl.Quarantine;

/// <summary>
/// Which cells of a row held back the quarantine keeps. It keeps what is needed to mend the row, which is the columns that the mapping
/// refers to, and nothing else of it: other columns hold names, addresses and e-mail that no figure needs. Where cells may stand in the
/// columns beside their own, those that could be a resident's are withheld, and must be taken from the source. Of a row that tells what a
/// person is, nothing is kept but what reads as a landlord or a day in its own column, and the pseudonym.
/// </summary>
/// <param name="binding">The mapping and the header.</param>
/// <param name="resident">The place of residents' references; -1 without them.</param>
internal sealed class KeptCells(MappingBinding binding, int resident)
{
    private const int FieldsThatTellAShift = 2;
    private const int ShortestText = 2;
    private const int ShapesKept = 64;

    private readonly int _columns = binding.Table.Header.Count;
    private readonly int _key = KeyColumns.Of(binding).FirstOrDefault()?.Index ?? -1;
    private readonly HashSet<string> _shapes = new(StringComparer.Ordinal);
    private readonly HashSet<int> _withheld = [];
    private readonly HashSet<int> _ofPersons = [];
    private string[] _texts = [];
    private string[] _anybodys = [];

    /// <summary>Whether the key of the row can be kept: it may be read from a cell that is withheld.</summary>
    internal bool KeepsKey => !_withheld.Contains(_key);

    /// <summary>Whether the rows tell what a person is, so that no value of a cell is told.</summary>
    internal bool HidesValues { get; } = binding.All.Any(field => field.IsOfPersons);

    /// <summary>Looks at a sound row: what residents' references look like.</summary>
    internal void Saw(string[] cells)
    {
        if (resident >= 0 && resident < cells.Length && _shapes.Count < ShapesKept && cells[resident].Length > 0)
        {
            _shapes.Add(Shape(cells[resident]));
        }
    }

    /// <summary>Looks at a row with faults.</summary>
    internal void Begin(RowInHand row)
    {
        string[] cells = row.Row.Cells;
        BoundField[] misplaced =
        [
            .. binding.All.Where(field => field.Index >= 0 && field.Index < cells.Length && row.Faults.Any(fault => IsOf(fault, field))),
        ];
        _withheld.Clear();
        int shift = cells.Length - _columns;
        bool trailing = shift > 0 && Array.TrueForAll(cells[_columns..], string.IsNullOrWhiteSpace) && misplaced.Length == 0
            && row.Faults.All(fault => fault.Rule != RuleCatalogue.TooManyCells);
        shift = trailing ? 0 : shift != 0 ? shift : ShiftToldBy(misplaced, cells);
        if (shift != 0)
        {
            Withhold(cells, Math.Min(0, shift), Math.Max(0, shift));
        }

        // A single cell in the wrong column is told by what it looks like.
        foreach (BoundField field in misplaced.Where(field => field.Index != resident && resident >= 0))
        {
            if (_shapes.Count == 0 ? Math.Abs(field.Index - resident) == 1 : _shapes.Contains(Shape(cells[field.Index])))
            {
                _withheld.Add(field.Index);
            }
        }

        WithholdPersons(cells);
        IEnumerable<string> told = HidesValues ? row.Faults.Select(fault => fault.Value).OfType<string>() : [];
        _texts = [.. Texts(_withheld.Select(i => cells[i]).Concat(told))];
        // What is wrong with a row as a whole is told in the words of one of its cells, whichever column that is.
        _anybodys = row.Row.Flaw is null ? _texts : [.. Texts(cells.Where((_, i) => i == resident || IsWithheld(i) || !IsKept(i)))];
    }

    internal bool IsWithheld(int column) => _withheld.Contains(column) || _ofPersons.Contains(column);

    /// <summary>
    /// Whether a cell is kept that is not withheld. What stands beyond the header belongs into a column that the mapping may need.
    /// </summary>
    internal bool IsKept(int column) => column >= _columns || binding.Columns.Contains(column);

    /// <summary>A text of a fault without what is withheld.</summary>
    internal string? Without(string? text) => Without(text, _texts);

    /// <summary>A text of a fault of the row as a whole, without the cells that are not kept and without a resident's.</summary>
    internal string? WithoutAnybodys(string? text) => Without(text, _anybodys);

    private static string? Without(string? text, IEnumerable<string> withheld) =>
        withheld.Aggregate(text, (shown, part) => shown?.Replace(part, Withheld.Mark, StringComparison.Ordinal));

    private static IEnumerable<string> Texts(IEnumerable<string> cells) =>
        cells.Select(cell => cell.Trim()).Where(text => text.Length >= ShortestText).OrderByDescending(text => text.Length);

    // A value of another kind than its column's.
    private static bool IsOf(RowFault fault, BoundField field) => fault.Column == field.Column
        && fault.Value is not null
        && (fault.Rule == RuleCatalogue.BadDate
            || fault.Rule == RuleCatalogue.UnknownStage
            || fault.Rule == RuleCatalogue.UnknownCode
            || fault.Rule == RuleCatalogue.UnknownTenure
            || fault.Rule == RuleCatalogue.UnknownLandlord
            || fault.Rule == RuleCatalogue.BadNumber);

    // Cells stand beside their columns where several of them are right one column on.
    private static int ShiftToldBy(BoundField[] misplaced, string[] cells)
    {
        foreach (int shift in (int[])[1, -1])
        {
            int told = misplaced.Count(field => field.Index + shift >= 0
                && field.Index + shift < cells.Length
                && cells[field.Index + shift].Trim() is { Length: > 0 } text
                && field.Reads(text));
            if (told >= FieldsThatTellAShift)
            {
                return shift;
            }
        }

        return 0;
    }

    private void WithholdPersons(string[] cells)
    {
        _ofPersons.Clear();
        for (int i = 0; HidesValues && i < cells.Length; i++)
        {
            string text = cells[i].Trim();
            if (i != resident && text.Length > 0 && !binding.All.Any(field => field.Index == i
                && (field.Field.Kind == FieldKind.Landlord ? IsCode(text) : field.Field.Kind == FieldKind.Date && field.Reads(text))))
            {
                _ofPersons.Add(i);
            }
        }
    }

    /// <summary>Whether a text is a landlord's code and no word of another column.</summary>
    internal static bool IsCode(string? text) => LandlordCode.TryParse(text, out _) && text!.Any(char.IsDigit);

    private static string Shape(string text) =>
        string.Concat(text.Trim().Select(c => char.IsDigit(c) ? '9' : char.IsLetter(c) ? 'A' : c));

    // A cell is withheld that could be of such a column by any of the shifts; in its own place, a resident's reference has its pseudonym.
    private void Withhold(string[] cells, int least, int most)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            for (int shift = least; shift <= most && cells[i].Length > 0; shift++)
            {
                int column = i - shift;
                bool somebodys = column == resident ? shift != 0 : !binding.Columns.Contains(column);
                if (column >= 0 && column < _columns && somebodys)
                {
                    _withheld.Add(i);
                }
            }
        }
    }
}
