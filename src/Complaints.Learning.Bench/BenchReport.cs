using System.Collections.Immutable;
using Complaints.Learning.Evaluation;

namespace Complaints.Learning.Bench;

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
/// <param name="GainOverPlain">
/// ROC-AUC of the chosen model less that of the plain logistic regression, on the same rows, paired bootstrap.
/// </param>
/// <param name="Calibration">The calibration fitted within the training period, in words.</param>
/// <param name="CalibrationErrorAfterShift">Calibration error that is left when the overall rate is set right with hindsight.</param>
/// <param name="Drift">How the base rate changed, by column.</param>
/// <param name="Unripe">Values that look like those of cases whose outcome nobody can know yet.</param>
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
    /// <summary>Training rows that repeat an earlier one in every feature; at random folds each stays together with its twin.</summary>
    public int RepeatedRows { get; init; }

    /// <summary>Records of the file that are no rows; left out.</summary>
    public MalformedRows MalformedRows { get; init; } = new(0, 0, 0, 0, 0);

    /// <summary>The chosen model, calibrated.</summary>
    public JudgedModel Chosen => Models[^1];
}

/// <summary>A model judged on the test period.</summary>
/// <param name="Name">The model.</param>
/// <param name="All">On all rows of the test period.</param>
/// <param name="Ripe">On the rows whose outcome can be known; null where no unripe rows were found.</param>
public sealed record JudgedModel(string Name, EvaluationReport All, EvaluationReport? Ripe);

/// <summary>How a candidate did within the training period.</summary>
/// <param name="Name">The candidate.</param>
/// <param name="CrossValidatedRocAuc">Mean ROC-AUC over the folds of the repeated five-fold cross-validation.</param>
/// <param name="CrossValidatedAveragePrecision">Mean average precision over the same folds.</param>
/// <param name="RollingRocAuc">Mean ROC-AUC over the later stretches of the training period; NaN where there are none.</param>
/// <param name="Criterion">What the choice was made by: the rolling figure, or the cross-validated one where there is none.</param>
/// <param name="Chosen">Whether this candidate was chosen.</param>
public sealed record CandidateScore(
    string Name, double CrossValidatedRocAuc, double CrossValidatedAveragePrecision, double RollingRocAuc, double Criterion, bool Chosen)
{
    /// <summary>Whether what the choice was made by is above 0.5 by more than two standard errors.</summary>
    public bool IsAboveChance { get; init; }
}

/// <summary>
/// How much of the change of the base rate between the periods goes with one column (Kitagawa 1955): the <em>mix</em> of its values
/// changed, or the rates within the values did. The two add up to the whole change.
/// </summary>
/// <param name="Column">The column.</param>
/// <param name="Mix">Change because values became more or less frequent.</param>
/// <param name="Rate">Change of the rates within values.</param>
/// <param name="LargestValue">The value whose share changed the base rate most.</param>
/// <param name="ShareBefore">Its share of the training rows.</param>
/// <param name="ShareAfter">Its share of the test rows.</param>
/// <param name="RateBefore">Its rate in the training rows; NaN without any.</param>
/// <param name="RateAfter">Its rate in the test rows; NaN without any.</param>
public sealed record DriftEffect(
    string Column,
    double Mix,
    double Rate,
    string LargestValue,
    double ShareBefore,
    double ShareAfter,
    double RateBefore,
    double RateAfter);
