using System.Collections.Immutable;
using System.Globalization;
using Complaints.Learning.Encodings;
using Complaints.Learning.Table;

namespace Complaints.Learning.Bench;

/// <summary>
/// Takes numbers of few values for categories. Whether a 1 to 5 is a mark, of which more is worse, or the code of a kind, no column tells:
/// the bench tries both.
/// </summary>
internal sealed class FewValuesAsCategories : ITransformLearner
{
    private const int MostValues = 10;

    public (ITableTransform Transform, FeatureTable Training) Learn(FeatureTable training, ulong seed)
    {
        Recoded transform = new(training.Schema, [.. training.Columns.Select(CategoriesOf)]);
        return (transform, transform.Apply(training));
    }

    private static CategoryList? CategoriesOf(FeatureColumn column)
    {
        if (column is not NumericColumn numeric)
        {
            return null;
        }

        SortedSet<float> values = [];
        foreach (float value in numeric.Values)
        {
            if (!float.IsNaN(value) && values.Add(value) && values.Count > MostValues)
            {
                return null;
            }
        }

        return values.Count == 0 ? null : new CategoryList(values.Select(Name));
    }

    private static string Name(float value) => value.ToString("R", CultureInfo.InvariantCulture);

    private sealed class Recoded(FeatureSchema input, ImmutableArray<CategoryList?> categories) : ITableTransform
    {
        public string Kind => "few-values";

        public FeatureSchema Input => input;

        public FeatureSchema Output { get; } = new(
            input.Features.Select((f, i) => categories[i] is null ? f : new FeatureDefinition(f.Name, FeatureKind.Categorical)));

        public ImmutableArray<ImmutableArray<int>> Origins { get; } =
        [
            .. Enumerable.Range(0, input.Features.Length).Select(f => ImmutableArray.Create(f)),
        ];

        public FeatureTable Apply(FeatureTable table) => table.WithColumns(
            Output, table.Columns.Select((column, i) => categories[i] is { } list ? Recode((NumericColumn)column, list) : column));

        private static CategoricalColumn Recode(NumericColumn column, CategoryList list) => new(
            [.. column.Values.ToArray().Select(value => float.IsNaN(value) ? CategoryList.Missing : list.CodeOf(Name(value)))], list);
    }
}
