namespace Complaints.Learning.Calibration;

/// <summary>A calibration, with what has to be told of it.</summary>
/// <param name="Calibrator">It keeps the order of any two cases.</param>
/// <param name="Caution">Why it is not the one asked for; null where it is.</param>
public sealed record FittedCalibration(PlattCalibrator Calibrator, string? Caution);
