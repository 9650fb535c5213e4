using System.Collections.Immutable;
using Complaints.Learning.Evaluation;
using Complaints.Learning.Table;

namespace Complaints.Learning.Encodings;

/// <summary>
/// Learns <see cref="TargetStatistics"/>. Training rows are encoded out of fold: the rate a row sees is taken from rows of other folds, so
/// that neither its own label nor that of a row it is judged with can leak into it.
/// </summary>
/// <param name="keys">Names of features, alone or combined; of a number, each value is a category.</param>
/// <param name="smoothing">Weight of the overall rate, in rows.</param>
/// <param name="folds">Number of folds, at least 2.</param>
public sealed class TargetStatisticsLearner(
    IReadOnlyList<ImmutableArray<string>> keys, double smoothing = 20, int folds = 5) : ITransformLearner
{
    /// <inheritdoc/>
    public (ITableTransform Transform, FeatureTable Training) Learn(FeatureTable training, ulong seed)
    {
        ImmutableArray<int>[] features = [.. keys.Select(k => k.Select(name => IndexOf(training, name)).ToImmutableArray())];
        int[] foldOf = FoldsOf(RepeatedRows.GroupsOf(training), seed);
        List<FeatureColumn> columns = [.. training.Columns];
        List<Dictionary<string, double>> all = [];
        double prior = 0;
        foreach (ImmutableArray<int> key in features)
        {
            string[] values = TargetStatistics.KeysOf(training, key);
            float[] encoded = new float[values.Length];
            for (int fold = 0; fold < folds; fold++)
            {
                (Dictionary<string, double> others, double rest) = Rates(values, training.Labels, foldOf, fold);
                for (int i = 0; i < encoded.Length; i++)
                {
                    if (foldOf[i] == fold)
                    {
                        encoded[i] = (float)others.GetValueOrDefault(values[i], rest);
                    }
                }
            }

            columns.Add(new NumericColumn(encoded));
            (Dictionary<string, double> complete, prior) = Rates(values, training.Labels, foldOf, leaveOut: -1);
            all.Add(complete);
        }

        TargetStatistics transform = new(training.Schema, features, prior, all);
        return (transform, training.WithColumns(transform.Output, columns));
    }

    private static int IndexOf(FeatureTable table, string name) => table.Schema.IndexOf(name) is var feature && feature >= 0
        ? feature
        : throw new ArgumentException($"'{name}' is not a feature of the table; target statistics need one.", nameof(name));

    // A row's twin would bring its label along: repeated rows share a fold.
    private int[] FoldsOf(int[] groups, ulong seed)
    {
        SplitMix random = new(SplitMix.Derive(seed, 0x7A16));
        Dictionary<int, int> foldOfGroup = [];
        int[] foldOf = new int[groups.Length];
        for (int i = 0; i < groups.Length; i++)
        {
            if (!foldOfGroup.TryGetValue(groups[i], out foldOf[i]))
            {
                foldOfGroup[groups[i]] = foldOf[i] = random.Below(folds);
            }
        }

        return foldOf;
    }

    private (Dictionary<string, double> Values, double Prior) Rates(string[] keys, ReadOnlySpan<byte> labels, int[] foldOf, int leaveOut)
    {
        Dictionary<string, (int Positives, int Rows)> counts = new(StringComparer.Ordinal);
        int positives = 0;
        int rows = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            if (foldOf[i] == leaveOut)
            {
                continue;
            }

            (int p, int n) = counts.GetValueOrDefault(keys[i]);
            counts[keys[i]] = (p + labels[i], n + 1);
            positives += labels[i];
            rows++;
        }

        double rate = (positives + 0.5) / (rows + 1);
        Dictionary<string, double> values = new(StringComparer.Ordinal);
        foreach ((string key, (int p, int n)) in counts)
        {
            values[key] = LogOdds.Of((p + (smoothing * rate)) / (n + smoothing));
        }

        return (values, LogOdds.Of(rate));
    }
}
