using Complaints.Learning.BaseRate;
using Complaints.Learning.Table;

namespace Complaints.Learning.Logistic;

/// <summary>L2-regularised logistic regression on standardised numbers and one-hot categories, fitted by L-BFGS.</summary>
/// <param name="settings">Settings.</param>
public sealed class LogisticLearner(LogisticOptions settings) : ILearner
{
    /// <inheritdoc/>
    public string Kind => LogisticModel.KindName;

    /// <inheritdoc/>
    public bool KeepsDirections => settings.KeepsDirections;

    /// <inheritdoc/>
    public IModel Train(FeatureTable training, FeatureTable? validation, TrainingOptions options, CancellationToken cancellationToken)
    {
        ModelScoring.CheckTraining(training);
        LogisticDesign design = LogisticDesign.Learn(training, settings.MinCategoryRows);
        double[] coefficients = new double[design.Size];
        coefficients[0] = LogOdds.Of(BaseRateLearner.Rate(training));
        double totalWeight = training.Weights.IsEmpty ? training.RowCount : training.Weights.ToArray().Sum(w => (double)w);
        Objective objective = new(training, design, settings.L2);
        do
        {
            coefficients = Lbfgs.Minimise(objective.Evaluate, coefficients, settings.Iterations, settings.Tolerance * totalWeight, cancellationToken);
        }
        while (settings.KeepsDirections && objective.HoldWrong(coefficients));

        return new LogisticModel(training.Schema, design, coefficients, MeanParts(training, design, coefficients));
    }

    // Each feature's mean part of the margin over the training rows: what the explanation compares a row with.
    internal static double[] MeanParts(FeatureTable training, LogisticDesign design, double[] coefficients)
    {
        double[] means = new double[training.Columns.Length];
        double[] part = new double[training.RowCount];
        for (int f = 0; f < means.Length; f++)
        {
            part.AsSpan().Clear();
            design.AddMargins(f, training.Columns[f], coefficients, part);
            means[f] = part.Average();
        }

        return means;
    }

    private sealed class Objective(FeatureTable table, LogisticDesign design, double l2)
    {
        private readonly double[] _margins = new double[table.RowCount];
        private readonly HashSet<int> _held = [];

        /// <summary>Sets the coefficients of a wrong sign to zero and holds them there; false when there are none.</summary>
        public bool HoldWrong(double[] coefficients)
        {
            int before = _held.Count;
            for (int f = 0; f < table.Columns.Length; f++)
            {
                int own = design.Slots[f].Offset;
                Monotone direction = table.Schema.Features[f].Monotone;
                if ((direction == Monotone.Increasing && coefficients[own] < 0) || (direction == Monotone.Decreasing && coefficients[own] > 0))
                {
                    coefficients[own] = 0;
                    _held.Add(own);
                }
            }

            return _held.Count > before;
        }

        public double Evaluate(ReadOnlySpan<double> coefficients, Span<double> gradient)
        {
            _margins.AsSpan().Fill(coefficients[0]);
            for (int f = 0; f < table.Columns.Length; f++)
            {
                design.AddMargins(f, table.Columns[f], coefficients, _margins);
            }

            double loss = 0;
            double intercept = 0;
            for (int i = 0; i < _margins.Length; i++)
            {
                double weight = table.WeightOf(i);
                double margin = _margins[i];
                byte label = table.Labels[i];
                loss += weight * LogOdds.SoftPlus(label == 1 ? -margin : margin);
                double residual = weight * (LogOdds.ToProbability(margin) - label);
                _margins[i] = residual;
                intercept += residual;
            }

            gradient.Clear();
            gradient[0] = intercept;
            for (int f = 0; f < table.Columns.Length; f++)
            {
                design.AddGradient(f, table.Columns[f], _margins, gradient);
            }

            for (int i = 1; i < coefficients.Length; i++)
            {
                loss += 0.5 * l2 * coefficients[i] * coefficients[i];
                gradient[i] += l2 * coefficients[i];
            }

            foreach (int held in _held)
            {
                gradient[held] = 0;
            }

            return loss;
        }
    }
}

/// <summary>Settings of the logistic regression.</summary>
public sealed record LogisticOptions
{
    /// <summary>
    /// Strength of the L2 penalty: the loss is Σ log loss + L2 ÷ 2 × Σ coefficient², the intercept not penalised (scikit-learn's C is 1 ÷ L2).
    /// </summary>
    public double L2 { get; init; } = 20;

    /// <summary>Categories with fewer training rows share the coefficient of "missing or rare".</summary>
    public int MinCategoryRows { get; init; } = 2;

    /// <summary>
    /// Whether a number that may act in one direction only is left out where it would act in the other: with few cases and related numbers, a
    /// coefficient's sign is often chance.
    /// </summary>
    public bool KeepsDirections { get; init; }

    /// <summary>Most iterations; the fit stops earlier at <see cref="Tolerance"/>.</summary>
    public int Iterations { get; init; } = 500;

    /// <summary>Stop when no part of the mean gradient exceeds this.</summary>
    public double Tolerance { get; init; } = 1e-7;
}
