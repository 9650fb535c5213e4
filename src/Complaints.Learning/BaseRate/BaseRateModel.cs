using Complaints.Learning.Explanation;
using Complaints.Learning.Table;

namespace Complaints.Learning.BaseRate;

/// <summary>One margin for every row.</summary>
public sealed class BaseRateModel : IModel, IExplainable
{
    internal const string KindName = "base-rate";

    internal BaseRateModel(FeatureSchema schema, double margin)
    {
        Schema = schema;
        Margin = margin;
    }

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public FeatureSchema Schema { get; }

    /// <summary>Log-odds of the base rate.</summary>
    public double Margin { get; }

    /// <inheritdoc/>
    public void Score(FeatureTable table, Span<double> margins)
    {
        ModelScoring.Check(this, table, margins);
        margins.Fill(Margin);
    }

    /// <inheritdoc/>
    public FeatureContributions Explain(FeatureTable table, int row) =>
        new(Margin, [.. Enumerable.Repeat(0.0, Schema.Features.Length)], Margin);
}
