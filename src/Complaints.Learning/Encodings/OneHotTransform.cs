using System.Collections.Immutable;
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

/// <summary>Each frequent category becomes a column of 0 and 1; numbers stay. Sampling columns then samples categories.</summary>
public sealed class OneHotTransform : ITableTransform
{
    internal const string KindName = "one-hot";

    internal OneHotTransform(FeatureSchema input, IReadOnlyList<(int Source, string? Category)> columns)
    {
        Input = input;
        Columns = [.. columns];
        Output = new FeatureSchema(Columns.Select(c => c.Category is null
            ? input.Features[c.Source]
            : new FeatureDefinition($"{input.Features[c.Source].Name}={c.Category}", FeatureKind.Numeric)));
        Origins = [.. Columns.Select(c => ImmutableArray.Create(c.Source))];
    }

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public FeatureSchema Input { get; }

    /// <inheritdoc/>
    public FeatureSchema Output { get; }

    /// <inheritdoc/>
    public ImmutableArray<ImmutableArray<int>> Origins { get; }

    internal ImmutableArray<(int Source, string? Category)> Columns { get; }

    /// <inheritdoc/>
    public FeatureTable Apply(FeatureTable table) => table.WithColumns(Output, Columns.Select(c => Encode(table.Columns[c.Source], c.Category)));

    private static FeatureColumn Encode(FeatureColumn column, string? category)
    {
        if (category is null)
        {
            return column;
        }

        CategoricalColumn categorical = (CategoricalColumn)column;
        int wanted = categorical.Categories.CodeOf(category);
        float[] values = new float[column.Length];
        if (wanted >= 0)
        {
            ReadOnlySpan<int> codes = categorical.Codes;
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = codes[i] == wanted ? 1 : 0;
            }
        }

        return new NumericColumn(values);
    }
}
