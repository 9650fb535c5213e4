using Complaints.Learning.Table;

namespace Complaints.Learning;

/// <summary>What follows from a model's margins.</summary>
public static class ModelScoring
{
    /// <summary>The margins (log-odds) of every row.</summary>
    public static double[] Margins(this IModel model, FeatureTable table)
    {
        double[] margins = new double[table.RowCount];
        model.Score(table, margins);
        return margins;
    }

    /// <summary>The probabilities of escalation of every row, each in (0, 1).</summary>
    public static double[] Probabilities(this IModel model, FeatureTable table)
    {
        double[] values = model.Margins(table);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = LogOdds.ToProbability(values[i]);
        }

        return values;
    }

    internal static void Check(IModel model, FeatureTable table, ReadOnlySpan<double> margins)
    {
        if (table.Schema.Hash != model.Schema.Hash)
        {
            throw new ArgumentException(
                $"The {model.Kind} model was trained on the feature list {model.Schema.Hash[..12]}, the table has {table.Schema.Hash[..12]}; compute the features with the model's own definition, or train again.",
                nameof(table));
        }

        if (margins.Length != table.RowCount)
        {
            throw new ArgumentException($"Room for {margins.Length} margins was given for {table.RowCount} rows.", nameof(margins));
        }
    }

    internal static void CheckTraining(FeatureTable training)
    {
        if (training.Labels.IsEmpty || !training.Labels.Contains((byte)0) || !training.Labels.Contains((byte)1))
        {
            throw new ArgumentException("The training table needs labels of both kinds, escalated and not.", nameof(training));
        }
    }
}
