using Complaints.Learning.Logistic;
using Complaints.Learning.MLNet.Data;
using Complaints.Learning.Table;
using Microsoft.ML.Data;

namespace Complaints.Learning.MLNet.Logistic;

/// <summary>
/// A table's rows in the columns of a <see cref="LogisticDesign"/>, without the intercept, which ML.NET adds itself. They are made once, as
/// every iteration reads all of them.
/// </summary>
internal sealed class DesignRows : IRowFeatures
{
    private readonly int _perRow;
    private readonly int[] _indices;
    private readonly float[] _values;

    public DesignRows(LogisticDesign design, FeatureTable table)
    {
        Width = design.Size - 1;
        _perRow = design.Slots.Length;
        _indices = new int[checked(table.RowCount * _perRow)];
        _values = new float[_indices.Length];
        for (int f = 0; f < _perRow; f++)
        {
            LogisticDesign.Slot slot = design.Slots[f];
            for (int row = 0, at = f; row < table.RowCount; row++, at += _perRow)
            {
                (_indices[at], _values[at]) = table.Columns[f] is CategoricalColumn categorical
                    ? Category(slot, categorical.Codes[row])
                    : Number(slot, ((NumericColumn)table.Columns[f]).Values[row]);
            }
        }
    }

    public int Width { get; }

    public void Fill(int row, ref VBuffer<float> vector)
    {
        VBufferEditor<float> editor = VBufferEditor.Create(ref vector, Width, _perRow, requireIndicesOnDense: true);
        _indices.AsSpan(row * _perRow, _perRow).CopyTo(editor.Indices);
        _values.AsSpan(row * _perRow, _perRow).CopyTo(editor.Values);
        vector = editor.Commit();
    }

    private static (int Index, float Value) Category(LogisticDesign.Slot slot, int code) =>
        slot.Of(code) is var at && at >= 0 ? (slot.Offset - 1 + at, 1) : (slot.Offset - 1, 0);

    private static (int Index, float Value) Number(LogisticDesign.Slot slot, float value) => float.IsNaN(value)
        ? (slot.Offset, 1)
        : (slot.Offset - 1, (float)((value - slot.Mean) * slot.Scale));
}
