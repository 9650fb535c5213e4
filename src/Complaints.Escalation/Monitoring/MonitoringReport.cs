using Complaints.Escalation.Training;
using System.Collections.Immutable;
using Complaints.Learning.Evaluation;

namespace Complaints.Escalation.Monitoring;

/// <summary>How far something moved.</summary>
public enum AlarmLevel
{
    /// <summary>As in training.</summary>
    Stable,

    /// <summary>It moved; look at it.</summary>
    Watch,

    /// <summary>It moved so far that the model's figures may not hold; train again, or stop using it.</summary>
    Alarm,
}

/// <summary>How far the spread of a feature or of the scores moved since training.</summary>
/// <param name="Name">The feature, or <see cref="TrainingProfile.ScoreName"/>.</param>
/// <param name="Title">What it is.</param>
/// <param name="Index">Population stability index; 0 is unmoved.</param>
/// <param name="Chance">
/// The index that the luck of the draw alone reaches in one of a thousand; one below says nothing, however high.
/// </param>
/// <param name="Outside">Share of the values outside the range seen in training.</param>
/// <param name="Level">What that means.</param>
/// <param name="ByRange">
/// Whether the level goes by <paramref name="Outside"/>: the record of a landlord or contractor is one number for all its cases, and its
/// index says nothing.
/// </param>
public sealed record StabilityFigure(
    string Name,
    string Title,
    double Index,
    double Chance,
    double Outside,
    AlarmLevel Level,
    bool ByRange = false)
{
    /// <summary>By how much it moved, in the figure that its level goes by.</summary>
    public double Moved => ByRange ? Outside : Index;
}

/// <summary>Predicted against observed, of the cases answered in a month whose outcome became known after training.</summary>
/// <param name="Month">First day of the month of the response.</param>
/// <param name="Cases">Cases.</param>
/// <param name="Escalated">Escalated among them.</param>
/// <param name="MeanProbability">What the model says of them on average.</param>
/// <param name="Level">What the distance between predicted and observed means.</param>
public sealed record MaturedMonth(DateOnly Month, int Cases, int Escalated, double MeanProbability, AlarmLevel Level)
{
    /// <summary>What happened.</summary>
    public double ObservedRate => Cases == 0 ? double.NaN : (double)Escalated / Cases;
}

/// <summary>What monitoring found.</summary>
/// <param name="ModelVersion">The model.</param>
/// <param name="From">First day of the moments compared with training.</param>
/// <param name="To">Last day: the data cut-off.</param>
/// <param name="Moments">Moments compared.</param>
/// <param name="Features">Each feature, the highest level first, then those moved furthest.</param>
/// <param name="Scores">The scores.</param>
/// <param name="Matured">By month, cases whose outcome became known after training.</param>
/// <param name="CalibrationError">
/// Expected calibration error over all of them; null with fewer than <see cref="MonitoringOptions.FewestMatured"/>.
/// </param>
/// <param name="CalibrationLevel">What that means.</param>
public sealed record MonitoringReport(
    string ModelVersion,
    DateOnly From,
    DateOnly To,
    int Moments,
    ImmutableArray<StabilityFigure> Features,
    StabilityFigure Scores,
    ImmutableArray<MaturedMonth> Matured,
    Interval? CalibrationError,
    AlarmLevel CalibrationLevel)
{
    /// <summary>The highest level of anything.</summary>
    public AlarmLevel Level =>
        Features.Select(f => f.Level).Concat(Matured.Select(m => m.Level)).Append(Scores.Level).Append(CalibrationLevel).Max();
}
