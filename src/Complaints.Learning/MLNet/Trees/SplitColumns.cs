using Complaints.Learning.Trees;
using Complaints.Learning.MLNet.Data;
using Microsoft.ML.Data;

namespace Complaints.Learning.MLNet.Trees;

/// <summary>
/// A binned table as columns of numbers alone for LightGBM. A number is given as its bin.
/// One with missing values is given twice, with the missing below all others and above all others, so that LightGBM learns the better side
/// with each split. A category has a column of 0 and 1 for each of its frequent values.
/// </summary>
internal sealed class SplitColumns : IRowFeatures
{
    /// <summary>Most bins of a feature: one of the 256 values of a byte is for the missing below, one for those above.</summary>
    public const int MaxBins = 254;

    private const int Above = 255;

    private readonly BinnedTable _table;
    private readonly int[] _first;
    private readonly int[]?[] _columnOfBin;
    private readonly int _mostValues;

    public SplitColumns(BinnedTable table, int minCategoryRows)
    {
        _table = table;
        int features = table.Bins.Length;
        _first = new int[features];
        _columnOfBin = new int[features][];
        List<SplitColumn> columns = [];
        for (int f = 0; f < features; f++)
        {
            _first[f] = columns.Count;
            if (table.Bins[f].IsCategorical)
            {
                _columnOfBin[f] = AddCategories(columns, f, minCategoryRows);
                _mostValues += columns.Count > _first[f] ? 1 : 0;
            }
            else if (table.Columns[f].AsSpan().Contains((byte)0))
            {
                columns.Add(new SplitColumn(f, SplitQuestion.AtMostOrMissing));
                columns.Add(new SplitColumn(f, SplitQuestion.KnownAndAtMost));
                _mostValues += 2;
            }
            else
            {
                columns.Add(new SplitColumn(f, SplitQuestion.AtMost));
                _mostValues++;
            }
        }

        Columns = [.. columns];
    }

    public SplitColumn[] Columns { get; }

    public int Width => Columns.Length;

    public void Fill(int row, ref VBuffer<float> vector)
    {
        VBufferEditor<float> editor = VBufferEditor.Create(ref vector, Width, _mostValues, requireIndicesOnDense: true);
        int count = 0;
        for (int f = 0; f < _first.Length; f++)
        {
            int bin = _table.Columns[f][row];
            if (_columnOfBin[f] is { } columnOfBin)
            {
                if (columnOfBin[bin] >= 0)
                {
                    editor.Indices[count] = columnOfBin[bin];
                    editor.Values[count++] = 1;
                }

                continue;
            }

            // A value of 0, the missing below all others, is what a sparse vector leaves out.
            if (bin > 0)
            {
                editor.Indices[count] = _first[f];
                editor.Values[count++] = bin;
            }

            if (Columns[_first[f]].Asks == SplitQuestion.AtMostOrMissing)
            {
                editor.Indices[count] = _first[f] + 1;
                editor.Values[count++] = bin > 0 ? bin : Above;
            }
        }

        vector = editor.CommitTruncated(count);
    }

    private int[] AddCategories(List<SplitColumn> columns, int feature, int minRows)
    {
        int[] rows = new int[256];
        foreach (byte bin in _table.Columns[feature])
        {
            rows[bin]++;
        }

        int[] columnOfBin = new int[256];
        for (int bin = 0; bin < columnOfBin.Length; bin++)
        {
            columnOfBin[bin] = rows[bin] >= minRows ? columns.Count : -1;
            if (rows[bin] >= minRows)
            {
                columns.Add(new SplitColumn(feature, SplitQuestion.OtherCategory, bin));
            }
        }

        return columnOfBin;
    }
}
