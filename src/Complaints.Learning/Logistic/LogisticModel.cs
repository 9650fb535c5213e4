using Complaints.Learning.Explanation;
using Complaints.Learning.Table;

namespace Complaints.Learning.Logistic;

/// <summary>A linear model of the log-odds.</summary>
public sealed class LogisticModel : IModel, IExplainable
{
    internal const string KindName = "logistic";

    internal LogisticModel(FeatureSchema schema, LogisticDesign design, double[] coefficients, double[] meanParts)
    {
        Schema = schema;
        Design = design;
        Coefficients = coefficients;
        MeanParts = meanParts;
    }

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public FeatureSchema Schema { get; }

    internal LogisticDesign Design { get; }

    internal double[] Coefficients { get; }

    internal double[] MeanParts { get; }

    /// <inheritdoc/>
    public void Score(FeatureTable table, Span<double> margins)
    {
        ModelScoring.Check(this, table, margins);
        margins.Fill(Coefficients[0]);
        for (int f = 0; f < table.Columns.Length; f++)
        {
            Design.AddMargins(f, table.Columns[f], Coefficients, margins);
        }
    }

    /// <inheritdoc/>
    public FeatureContributions Explain(FeatureTable table, int row)
    {
        FeatureTable one = table.Take([row]);
        double[] contributions = new double[one.Columns.Length];
        for (int f = 0; f < contributions.Length; f++)
        {
            double[] part = new double[1];
            Design.AddMargins(f, one.Columns[f], Coefficients, part);
            contributions[f] = part[0] - MeanParts[f];
        }

        return new FeatureContributions(Coefficients[0] + MeanParts.Sum(), [.. contributions], this.Margins(one)[0]);
    }

    /// <summary>Each feature's mean part of the margin over the training rows: what the explanation compares a row with.</summary>
    internal static double[] MeanPartsOf(FeatureTable training, LogisticDesign design, double[] coefficients)
    {
        double[] means = new double[training.Columns.Length];
        double[] part = new double[training.RowCount];
        for (int f = 0; f < means.Length; f++)
        {
            part.AsSpan().Clear();
            design.AddMargins(f, training.Columns[f], coefficients, part);
            means[f] = part.Average();
        }

        return means;
    }
}
