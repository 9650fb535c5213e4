using System.Collections.Immutable;
using Complaints.Escalation.Evaluation;

namespace Complaints.Escalation.Bench;

/// <summary>What a bench found. <see cref="BenchText.Render"/> makes a page of it.</summary>
/// <param name="Options">What was asked.</param>
/// <param name="Columns">What became of each column.</param>
/// <param name="TrainingRows">Rows of the training period.</param>
/// <param name="TestRows">Rows of the test period.</param>
/// <param name="OutsideRows">Rows of neither period.</param>
/// <param name="UnlabelledRows">Rows left out because they have no label.</param>
/// <param name="ExcludedRows">Rows left out on request.</param>
/// <param name="TrainingRate">Base rate of the training period.</param>
/// <param name="TestRate">Base rate of the test period.</param>
/// <param name="RipeRows">Test rows whose outcome can be known.</param>
/// <param name="RipeRate">Base rate of those.</param>
/// <param name="Candidates">How each candidate did within the training period, and which was chosen.</param>
/// <param name="Models">Models judged on the test period; the chosen one, calibrated, comes last.</param>
/// <param name="GainOverPlain">ROC-AUC of the chosen model less that of the plain logistic regression, on the same rows, paired bootstrap.</param>
/// <param name="Calibration">The calibration fitted within the training period, in words.</param>
/// <param name="CalibrationErrorAfterShift">Calibration error that is left when the overall rate is set right with hindsight.</param>
/// <param name="Drift">How the base rate changed, by column.</param>
/// <param name="Unripe">Values that mark cases whose outcome nobody can know yet.</param>
public sealed record BenchReport(
    BenchOptions Options,
    ImmutableArray<ColumnUse> Columns,
    int TrainingRows,
    int TestRows,
    int OutsideRows,
    int UnlabelledRows,
    int ExcludedRows,
    double TrainingRate,
    double TestRate,
    int RipeRows,
    double RipeRate,
    ImmutableArray<CandidateScore> Candidates,
    ImmutableArray<JudgedModel> Models,
    Interval GainOverPlain,
    string Calibration,
    double CalibrationErrorAfterShift,
    ImmutableArray<DriftEffect> Drift,
    ImmutableArray<Unripe> Unripe)
{
    /// <summary>The chosen model, calibrated.</summary>
    public JudgedModel Chosen => Models[^1];
}
