namespace Complaints.Escalation.Bench;

/// <summary>How a candidate did within the training period.</summary>
/// <param name="Name">The candidate.</param>
/// <param name="CrossValidatedRocAuc">Mean ROC-AUC over the folds of the repeated five-fold cross-validation.</param>
/// <param name="CrossValidatedAveragePrecision">Mean average precision over the same folds.</param>
/// <param name="RollingRocAuc">Mean ROC-AUC over the rolling origins within the training period; NaN with one time key.</param>
/// <param name="Criterion">What the choice was made by: the mean of the two ROC-AUC figures.</param>
/// <param name="Chosen">Whether this candidate was chosen.</param>
public sealed record CandidateScore(
    string Name, double CrossValidatedRocAuc, double CrossValidatedAveragePrecision, double RollingRocAuc, double Criterion, bool Chosen);
