using Microsoft.ML;
using Microsoft.ML.Data;

namespace Complaints.Learning.MLNet.Data;

/// <summary>One pass over a <see cref="RowView"/>.</summary>
internal sealed class RowCursor(RowView view, IEnumerable<DataViewSchema.Column> needed) : DataViewRowCursor
{
    // Asking a token costs more than a row.
    private const int RowsBetweenQuestions = 1024;

    private readonly HashSet<int> _active = [.. needed.Select(column => column.Index)];
    private int _row = -1;

    public override DataViewSchema Schema => view.Schema;

    public override long Position => _row;

    public override long Batch => 0;

    public override bool IsColumnActive(DataViewSchema.Column column) => _active.Contains(column.Index);

    public override bool MoveNext()
    {
        if (_row + 1 >= view.Table.RowCount)
        {
            return false;
        }

        _row++;
        if (_row % RowsBetweenQuestions == 0)
        {
            view.Cancelled.ThrowIfCancellationRequested();
        }

        return true;
    }

    public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new DataViewRowId((ulong)_row, 0);

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        Delegate getter = column.Name switch
        {
            RowView.Features => (ValueGetter<VBuffer<float>>)Features,
            RowView.Label => (ValueGetter<bool>)Label,
            _ => (ValueGetter<float>)Weight,
        };
        return getter as ValueGetter<TValue> ?? throw new InvalidOperationException($"Column '{column.Name}' is {column.Type}, not {typeof(TValue).Name}.");
    }

    private void Features(ref VBuffer<float> vector) => view.Rows.Fill(_row, ref vector);

    private void Label(ref bool label) => label = view.Table.Labels[_row] == 1;

    private void Weight(ref float weight) => weight = view.Table.WeightOf(_row);
}
