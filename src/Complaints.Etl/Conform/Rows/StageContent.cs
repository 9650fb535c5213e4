using System.Globalization;
using Complaints.Domain.Text;
using Complaints.Etl.Conform.Rules;
using Complaints.Etl.Extract;
using Complaints.Etl.Mapping;

namespace Complaints.Etl.Conform.Rows;

/// <summary>
/// Tells whether a row per complaint says anything of its stage 2 but the day of receipt: an answer, an outcome, a reason. Then it has a
/// stage 2, and a blank day of receipt is missing.
/// </summary>
/// <remarks>
/// What the mapping gives says nothing of a row, nor does a column that stands for the whole case as well, nor who has the case and what it
/// is about, which systems carry on from stage 1. Systems fill in "no" and 0 by themselves, and people strike out cells that do not apply.
/// </remarks>
internal sealed class StageContent
{
    private readonly CellReader _cells;
    private readonly BoundField[] _fields;
    private readonly RowInHand _row = new();

    internal StageContent(MappingBinding binding, CellReader cells, BoundField? received)
    {
        _cells = cells;
        HashSet<int> ofTheCase = [.. binding.All.Where(field => field.Field.StagePrefix != 2).Select(field => field.Index)];
        _fields =
        [
            .. binding.Fields.Where(
                field => field is { Field.StagePrefix: 2, Index: >= 0 }
                    && field != received
                    && TargetFields.IsOfOneStage(field.Field)
                    && !ofTheCase.Contains(field.Index)),
        ];
    }

    /// <summary>The faults of the cells read last, which are none where they say nothing.</summary>
    internal IReadOnlyList<RowFault> Faults => _row.Faults;

    /// <summary>The first column with something in it; null where none has.</summary>
    internal string? Find(TableRow row)
    {
        _row.Begin(row);
        string? found = null;
        foreach (BoundField field in _fields)
        {
            found = Says(field) ? found ?? field.Column : found;
        }

        return found;
    }

    // A cell that cannot be read holds something, whatever it is.
    private bool Says(BoundField field)
    {
        if (field.Raw(_row.Row.Cells).All(IsStroke))
        {
            return false;
        }

        int before = _row.Faults.Count;
        bool says = field.Field.Kind switch
        {
            FieldKind.Date => _cells.Date(_row, field) is not null,
            FieldKind.Flag => _cells.Flag(_row, field) == true,
            FieldKind.Whole => _cells.Whole(_row, field) > 0,
            FieldKind.Code => _cells.Code(_row, field) is not null,
            _ => _cells.Text(_row, field) is not null,
        };
        return says || _row.Faults.Count > before;
    }

    private static bool IsStroke(char c) => c is '.' or '/' or '_' or '\u2212'
        || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation
        || VisibleText.IsBlank(c)
        || VisibleText.IsInvisible(c);
}
