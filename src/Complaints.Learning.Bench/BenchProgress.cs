namespace Complaints.Learning.Bench;

/// <summary>How far a bench has come.</summary>
/// <param name="Step">What is being done.</param>
/// <param name="Done">Parts done.</param>
/// <param name="All">Parts in all.</param>
public sealed record BenchProgress(string Step, int Done, int All);
