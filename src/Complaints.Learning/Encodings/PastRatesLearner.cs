using System.Collections.Immutable;
using Complaints.Learning.Evaluation;
using Complaints.Learning.Table;

namespace Complaints.Learning.Encodings;

/// <summary>
/// Chooses what to take past rates by: every category of three or more values, every whole number of so few values that it may be a code (a
/// site, a postcode), and the pairs of those that told most by themselves. The choice is made on out-of-fold rates of the training rows
/// alone.
/// </summary>
/// <param name="paired">How many of the best categories are paired with each other.</param>
/// <param name="smoothing">Weight of the overall rate, in rows.</param>
public sealed class PastRatesLearner(int paired = 4, double smoothing = 20) : ITransformLearner
{
    private const int RowsPerCode = 10;

    /// <inheritdoc/>
    public (ITableTransform Transform, FeatureTable Training) Learn(FeatureTable training, ulong seed)
    {
        string[] singles = [.. training.Schema.Features
            .Where((f, i) => training.Columns[i] is CategoricalColumn { Categories.Count: >= 3 } || MayBeCodes(training.Columns[i]))
            .Select(f => f.Name)];
        if (singles.Length == 0)
        {
            TargetStatistics nothing = new(training.Schema, [], 0, []);
            return (nothing, nothing.Apply(training));
        }

        string[] best =
        [
            .. singles.OrderByDescending(name => Strength(training, name, seed)).ThenBy(name => name, StringComparer.Ordinal).Take(paired),
        ];
        List<ImmutableArray<string>> keys = [.. singles.Select(name => ImmutableArray.Create(name))];
        for (int i = 0; i < best.Length; i++)
        {
            for (int j = i + 1; j < best.Length; j++)
            {
                keys.Add([best[i], best[j]]);
            }
        }

        return new TargetStatisticsLearner(keys, smoothing).Learn(training, seed);
    }

    private static bool MayBeCodes(FeatureColumn column)
    {
        if (column is not NumericColumn numeric)
        {
            return false;
        }

        HashSet<float> values = [];
        foreach (float value in numeric.Values)
        {
            if (!float.IsNaN(value) && (value != MathF.Floor(value) || (values.Add(value) && values.Count * RowsPerCode > numeric.Length)))
            {
                return false;
            }
        }

        return values.Count >= 3;
    }

    private double Strength(FeatureTable training, string name, ulong seed)
    {
        (_, FeatureTable encoded) = new TargetStatisticsLearner([[name]], smoothing).Learn(training, seed);
        float[] rates = ((NumericColumn)encoded.Columns[^1]).Values.ToArray();
        return Ranking.RocAuc([.. rates.Select(r => (double)r)], training.Labels);
    }
}
