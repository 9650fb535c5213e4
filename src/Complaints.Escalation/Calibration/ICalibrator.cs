namespace Complaints.Escalation.Calibration;

/// <summary>A map from a model's log-odds to better ones that never reverses the order of two cases.</summary>
public interface ICalibrator
{
    /// <summary>Short, stable name.</summary>
    string Kind { get; }

    /// <summary>The calibrated log-odds; non-decreasing in <paramref name="margin"/>.</summary>
    double Apply(double margin);
}
