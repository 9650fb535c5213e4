using System.Collections.Immutable;
using Complaints.Learning.Table;

namespace Complaints.Learning.Encodings;

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
    public FeatureTable Apply(FeatureTable table) =>
        table.WithColumns(Output, Columns.Select(c => Encode(table.Columns[c.Source], c.Category)));

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
