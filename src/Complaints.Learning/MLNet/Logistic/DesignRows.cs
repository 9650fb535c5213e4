using Complaints.Learning.Logistic;
using Complaints.Learning.MLNet.Data;
using Complaints.Learning.Table;
using Microsoft.ML.Data;

namespace Complaints.Learning.MLNet.Logistic;

/// <summary>A table's rows in the columns of a <see cref="LogisticDesign"/>, without the intercept, which ML.NET adds itself.</summary>
internal sealed class DesignRows(LogisticDesign design, FeatureTable table) : IRowFeatures
{
    public int Width => design.Size - 1;

    public void Fill(int row, ref VBuffer<float> vector)
    {
        VBufferEditor<float> editor = VBufferEditor.Create(ref vector, Width, design.Slots.Length, requireIndicesOnDense: true);
        for (int f = 0; f < design.Slots.Length; f++)
        {
            (editor.Indices[f], editor.Values[f]) = table.Columns[f] is CategoricalColumn categorical
                ? Category(design.Slots[f], categorical.Codes[row])
                : Number(design.Slots[f], ((NumericColumn)table.Columns[f]).Values[row]);
        }

        vector = editor.Commit();
    }

    private static (int Index, float Value) Category(LogisticDesign.Slot slot, int code) => (slot.Offset - 1 + (code < 0 ? 0 : slot.SlotOfCode[code]), 1);

    private static (int Index, float Value) Number(LogisticDesign.Slot slot, float value) => float.IsNaN(value)
        ? (slot.Offset, 1)
        : (slot.Offset - 1, (float)((value - slot.Mean) * slot.Scale));
}
