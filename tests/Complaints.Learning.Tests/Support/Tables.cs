using Complaints.Learning.Table;

namespace Complaints.Learning.Tests.Support;

/// <summary>Small tables with a known process behind them.</summary>
internal static class Tables
{
    /// <summary>The same features with other labels.</summary>
    public static FeatureTable WithLabels(this FeatureTable table, byte[] labels) =>
        new(table.Schema, table.Columns, labels, table.TimeKeys.ToArray(), table.Weights.ToArray());

    /// <summary>
    /// Numbers with missing values and two categories; the label depends on an interaction, a missing value and a category.
    /// </summary>
    public static FeatureTable Mixed(int rows, int seed, bool weights = false)
    {
        Random random = new(seed);
        float[] days = new float[rows];
        float[] contacts = new float[rows];
        float[] noise = new float[rows];
        int[] team = new int[rows];
        int[] channel = new int[rows];
        byte[] labels = new byte[rows];
        int[] months = new int[rows];
        for (int i = 0; i < rows; i++)
        {
            days[i] = random.Next(0, 40);
            contacts[i] = random.NextDouble() < 0.15 ? float.NaN : random.Next(0, 6);
            noise[i] = random.NextSingle();
            team[i] = random.Next(-1, 12);
            channel[i] = random.Next(0, 3);
            double margin = -2 + (0.06 * days[i]) + (
                float.IsNaN(contacts[i]) ? 1 : -0.3 * contacts[i]) + (team[i] % 3 == 0 ? 0.8 : 0) + (channel[i] == 1
                    && days[i] > 20
                        ? 0.7
                        : 0);
            labels[i] = random.NextDouble() < 1 / (1 + Math.Exp(-margin)) ? (byte)1 : (byte)0;
            months[i] = 1 + (i * 6 / rows);
        }

        FeatureSchema schema = new(
        [
            new("days", FeatureKind.Numeric), new("contacts", FeatureKind.Numeric), new("noise", FeatureKind.Numeric),
            new("team", FeatureKind.Categorical), new("channel", FeatureKind.Categorical),
        ]);
        return new FeatureTable(
            schema,
            [
                new NumericColumn(days), new NumericColumn(contacts), new NumericColumn(noise),
                new CategoricalColumn(team, new CategoryList(Enumerable.Range(0, 12).Select(t => $"team {t}"))),
                new CategoricalColumn(channel, new CategoryList(["letter", "phone", "web"])),
            ],
            labels, months, weights ? [.. Enumerable.Range(0, rows).Select(i => 0.5f + (i % 3))] : null);
    }

    /// <summary>The same values under numeric features with other constraints.</summary>
    public static FeatureTable Numbers(float[][] columns, byte[] labels, params Monotone[] constraints) => new(
        new FeatureSchema(
            columns.Select(
                (_, i) => new FeatureDefinition($"x{i}", FeatureKind.Numeric, i < constraints.Length ? constraints[i] : Monotone.None))),
        columns.Select(c => new NumericColumn(c)), labels);
}
