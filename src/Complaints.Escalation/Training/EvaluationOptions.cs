namespace Complaints.Escalation.Training;

/// <summary>How models of escalation are evaluated.</summary>
public sealed record EvaluationOptions
{
    /// <summary>How each model is trained.</summary>
    public TrainerOptions Training { get; init; } = new();

    /// <summary>Months judged, the latest whose outcomes are known; 1 to 36. A model is trained for each.</summary>
    public int Months { get; init; } = 6;

    /// <summary>Bootstrap samples; 0 gives no intervals.</summary>
    public int Resamples { get; init; } = 200;
}
