using Complaints.Learning.Explanation;
using Complaints.Learning.Table;

namespace Complaints.Learning.Calibration;

/// <summary>A map from a model's log-odds to better ones that never reverses the order of two cases.</summary>
public interface ICalibrator
{
    /// <summary>Short, stable name.</summary>
    string Kind { get; }

    /// <summary>The calibrated log-odds; non-decreasing in <paramref name="margin"/>.</summary>
    double Apply(double margin);
}

/// <summary>A model whose log-odds are calibrated.</summary>
/// <remarks>
/// Reasons stay exact sums. With Platt the contributions are the model's, times the slope. An isotonic map is not linear: each
/// contribution is then scaled by the slope of the map between the base value and the row's margin.
/// </remarks>
public sealed class CalibratedModel : IModel, IExplainable
{
    internal const string KindName = "calibrated";

    /// <summary>Puts a calibrator behind a model.</summary>
    public CalibratedModel(IModel inner, ICalibrator calibrator)
    {
        Inner = inner;
        Calibrator = calibrator;
    }

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public FeatureSchema Schema => Inner.Schema;

    /// <summary>The model before calibration.</summary>
    public IModel Inner { get; }

    /// <summary>The calibration.</summary>
    public ICalibrator Calibrator { get; }

    /// <inheritdoc/>
    public void Score(FeatureTable table, Span<double> margins)
    {
        Inner.Score(table, margins);
        for (int i = 0; i < margins.Length; i++)
        {
            margins[i] = Calibrator.Apply(margins[i]);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The model inside cannot explain itself.</exception>
    public FeatureContributions Explain(FeatureTable table, int row)
    {
        if (Inner is not IExplainable explainable)
        {
            throw new NotSupportedException($"A {Inner.Kind} model gives no reasons.");
        }

        FeatureContributions inner = explainable.Explain(table, row);
        double margin = Calibrator.Apply(inner.Margin);
        double baseValue = Calibrator.Apply(inner.BaseValue);
        double distance = inner.Margin - inner.BaseValue;
        if (Calibrator is PlattCalibrator platt)
        {
            return new FeatureContributions(baseValue, [.. inner.Contributions.Select(c => c * platt.Slope)], margin);
        }

        // Where the row stands at the base value, its contributions cancel and the map has nothing to scale.
        double slope = Math.Abs(distance) < 1e-9 ? 0 : (margin - baseValue) / distance;
        return new FeatureContributions(slope == 0 ? margin : baseValue, [.. inner.Contributions.Select(c => c * slope)], margin);
    }
}
