using System.Collections.Immutable;
using System.Globalization;
using Complaints.Learning.Table;

namespace Complaints.Learning.Encodings;

/// <summary>
/// Adds, for a category, a whole number that may be a code, or a combination of them, the smoothed log-odds of escalation among training
/// rows with the same value: what a team's, contractor's or company's past says. New rows are encoded from all training rows.
/// </summary>
public sealed class TargetStatistics : ITableTransform
{
    internal const string KindName = "target-statistics";
    private const string NeverSeen = "\u001e";
    private const char Separator = '\u001f';

    internal TargetStatistics(
        FeatureSchema input, IReadOnlyList<ImmutableArray<int>> keys, double prior, IReadOnlyList<Dictionary<string, double>> values)
    {
        Input = input;
        Keys = [.. keys];
        Prior = prior;
        Values = [.. values];
        Output = new FeatureSchema(
        [
            .. input.Features,
            .. Keys.Select(
                k => new FeatureDefinition(
                    $"past rate by {string.Join(" and ", k.Select(f => input.Features[f].Name))}", FeatureKind.Numeric)),
        ]);
        Origins = [.. Enumerable.Range(0, input.Features.Length).Select(f => ImmutableArray.Create(f)), .. Keys];
    }

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public FeatureSchema Input { get; }

    /// <inheritdoc/>
    public FeatureSchema Output { get; }

    /// <inheritdoc/>
    public ImmutableArray<ImmutableArray<int>> Origins { get; }

    internal ImmutableArray<ImmutableArray<int>> Keys { get; }

    internal double Prior { get; }

    internal ImmutableArray<Dictionary<string, double>> Values { get; }

    /// <inheritdoc/>
    public FeatureTable Apply(FeatureTable table)
    {
        List<FeatureColumn> columns = [.. table.Columns];
        for (int k = 0; k < Keys.Length; k++)
        {
            string[] keys = KeysOf(table, Keys[k]);
            columns.Add(new NumericColumn([.. keys.Select(key => (float)Values[k].GetValueOrDefault(key, Prior))]));
        }

        return table.WithColumns(Output, columns);
    }

    internal static string[] KeysOf(FeatureTable table, ImmutableArray<int> features)
    {
        string[] keys = new string[table.RowCount];
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = string.Join(Separator, features.Select(f => NameOf(table.Columns[f], i)));
        }

        return keys;
    }

    private static string NameOf(FeatureColumn column, int row) => column switch
    {
        CategoricalColumn categorical => NameOf(categorical, row),
        NumericColumn numeric when !float.IsNaN(numeric.Values[row]) => numeric.Values[row].ToString("R", CultureInfo.InvariantCulture),
        _ => string.Empty,
    };

    private static string NameOf(CategoricalColumn column, int row) => column.Codes[row] switch
    {
        CategoryList.Missing => string.Empty,
        // No training row has it: the overall rate is all that is known.
        CategoryList.Unseen => NeverSeen,
        int code => column.Categories.Names[code],
    };
}
