namespace Complaints.Escalation.Monitoring;

/// <summary>What is compared, and from when it is an alarm.</summary>
public sealed record MonitoringOptions
{
    /// <summary>Days up to the data cut-off whose moments are compared with training, 7 to 366.</summary>
    public int WindowDays { get; init; } = 90;

    /// <summary>Stability index from which a feature or the scores are watched; 0.1 is the usual word for "moved a little".</summary>
    public double WatchIndex { get; init; } = 0.10;

    /// <summary>Stability index from which it is an alarm; 0.25 is the usual word for "another population".</summary>
    public double AlarmIndex { get; init; } = 0.25;

    /// <summary>
    /// Share of a record's values outside the range of training from which it is watched. The record of a landlord, service area or
    /// contractor is one number for all its cases and moves with every month, so its stability index says nothing; what it never was before
    /// does.
    /// </summary>
    public double WatchOutside { get; init; } = 0.25;

    /// <summary>The same share from which it is an alarm.</summary>
    public double AlarmOutside { get; init; } = 0.75;

    /// <summary>Expected calibration error from which it is watched.</summary>
    public double WatchError { get; init; } = 0.03;

    /// <summary>Expected calibration error from which it is an alarm.</summary>
    public double AlarmError { get; init; } = 0.06;

    /// <summary>
    /// Standard errors between predicted and observed rate of a month from which it is watched; one and a half times as many are an alarm.
    /// </summary>
    public double WatchDistance { get; init; } = 2;

    /// <summary>Fewest cases with a known outcome that a calibration is judged on.</summary>
    public int FewestMatured { get; init; } = 100;
}
