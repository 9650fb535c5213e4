using Complaints.Domain;
using Complaints.Learning.Table;

namespace Complaints.Learning.Encodings;

/// <summary>Learns <see cref="OneHotTransform"/>.</summary>
/// <param name="minRows">Categories with fewer training rows get no column.</param>
public sealed class OneHotLearner(int minRows) : ITransformLearner
{
    /// <inheritdoc/>
    public (ITableTransform Transform, FeatureTable Training) Learn(FeatureTable training, ulong seed)
    {
        List<(int Source, int Code, int Rows)> found = [];
        for (int f = 0; f < training.Columns.Length; f++)
        {
            if (training.Columns[f] is not CategoricalColumn categorical)
            {
                found.Add((f, CategoryList.Missing, int.MaxValue));
                continue;
            }

            int[] counts = new int[categorical.Categories.Count];
            foreach (int code in categorical.Codes)
            {
                if (code >= 0)
                {
                    counts[code]++;
                }
            }

            found.AddRange(Enumerable.Range(0, counts.Length).Where(c => counts[c] >= minRows).Select(c => (f, c, counts[c])));
        }

        // The most frequent where there are more than memory should hold; the others look like "none of these".
        int most = (int)Math.Max(1, Limits.OneHotCells / Math.Max(1, training.RowCount));
        IEnumerable<(int Source, string? Category)> columns = found
            .OrderByDescending(c => c.Rows).ThenBy(c => c.Source).ThenBy(c => c.Code).Take(Math.Min(most, Limits.OneHotColumns))
            .OrderBy(c => c.Source).ThenBy(c => c.Code)
            .Select(c => (c.Source, c.Code < 0 ? null : ((CategoricalColumn)training.Columns[c.Source]).Categories.Names[c.Code]));
        OneHotTransform transform = new(training.Schema, [.. columns]);
        return (transform, transform.Apply(training));
    }
}
