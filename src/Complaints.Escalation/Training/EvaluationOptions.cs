namespace Complaints.Escalation.Training;

/// <summary>How models of escalation are evaluated.</summary>
public sealed record EvaluationOptions
{
    /// <summary>Months judged unless told otherwise, and the fewest on which a model may be promoted.</summary>
    public const int DefaultMonths = 6;

    /// <summary>Bootstrap samples unless told otherwise, and the fewest on which a model may be promoted.</summary>
    public const int DefaultResamples = 200;

    /// <summary>How each model is trained.</summary>
    public TrainerOptions Training { get; init; } = new();

    /// <summary>
    /// Months judged, of each kind of moment the latest whose outcomes are known; 1 to 36. Outcomes of open cases are known later, so their months
    /// are earlier ones. A model is trained for each.
    /// </summary>
    public int Months { get; init; } = DefaultMonths;

    /// <summary>Bootstrap samples; 0 gives no intervals.</summary>
    public int Resamples { get; init; } = DefaultResamples;
}
