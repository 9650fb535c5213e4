namespace Complaints.Escalation.Learning;

/// <summary>What every learner is told beside its own settings.</summary>
/// <param name="Seed">Everything random comes from it: the same seed and data give the same model, byte for byte.</param>
/// <param name="Threads">Threads to use, at least 1. The model does not depend on it.</param>
public sealed record TrainingOptions(ulong Seed = 1, int Threads = 2)
{
    /// <summary>Settings good enough to start with.</summary>
    public static TrainingOptions Default { get; } = new();
}
