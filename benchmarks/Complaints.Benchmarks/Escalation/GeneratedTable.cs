using Complaints.Learning.Table;

namespace Complaints.Benchmarks.Escalation;

/// <summary>A made-up table of numbers with missing values, interactions and noise, the same for every learner.</summary>
internal static class GeneratedTable
{
    public static FeatureTable Build(int rows, int features, int seed)
    {
        Random random = new(seed);
        float[][] columns = new float[features][];
        for (int f = 0; f < features; f++)
        {
            columns[f] = new float[rows];
        }

        byte[] labels = new byte[rows];
        for (int r = 0; r < rows; r++)
        {
            for (int f = 0; f < features; f++)
            {
                // A third of the features are counts with few values, as most features of a case are.
                double normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
                columns[f][r] = f % 3 == 0 ? (float)Math.Floor(Math.Abs(normal) * 4) : (float)normal;
            }

            double margin = -1.6 + (0.25 * columns[0][r] * (columns[1][r] > 0 ? 1 : -0.3)) + (0.6 * Math.Sin(2 * columns[2][r]))
                + (0.4 * columns[4][r])
                - (0.3 * columns[5][r] * columns[7][r]) + (columns[8][r] > 1 ? 0.7 : 0) + (0.1 * columns[10][r]);
            labels[r] = random.NextDouble() < 1 / (1 + Math.Exp(-margin)) ? (byte)1 : (byte)0;
            for (int f = 0; f < features; f++)
            {
                if (random.NextDouble() < 0.05)
                {
                    columns[f][r] = float.NaN;
                }
            }
        }

        FeatureSchema schema = new(Enumerable.Range(0, features).Select(f => new FeatureDefinition($"f{f}", FeatureKind.Numeric)));
        return new FeatureTable(schema, columns.Select(c => new NumericColumn(c)), labels);
    }

    /// <summary>Writes columns one after the other as 32-bit floats, then the labels as bytes.</summary>
    public static void Write(FeatureTable table, string path)
    {
        using FileStream file = File.Create(path);
        foreach (FeatureColumn column in table.Columns)
        {
            file.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(((NumericColumn)column).Values));
        }

        file.Write(table.Labels);
    }
}
