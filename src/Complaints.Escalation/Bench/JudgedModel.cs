using Complaints.Escalation.Evaluation;

namespace Complaints.Escalation.Bench;

/// <summary>A model judged on the test period.</summary>
/// <param name="Name">The model.</param>
/// <param name="All">On all rows of the test period.</param>
/// <param name="Ripe">On the rows whose outcome can be known; null where no unripe rows were found.</param>
public sealed record JudgedModel(string Name, EvaluationReport All, EvaluationReport? Ripe);
